package dev.laurel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.testinfra.TestBroker;
import dev.laurel.testinfra.TestTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OutboxDatabase database = OutboxDatabase.create();
    private final OutboxRelay relay = relay("outbox-it");
    private final Outbox outbox = new Outbox(database.dataSource(), relay);
    private String topic = "outbox";

    private OutboxRelay relay(String name) {
        return new OutboxRelay(
                name,
                database.dataSource(),
                Map.of("bootstrap.servers", TestBroker.bootstrapServers()));
    }

    @BeforeEach
    void createTopic(TestInfo test) {
        topic = "outbox-" + test.getTestMethod().orElseThrow().getName();
        TestTopics.create(topic);
    }

    @AfterEach
    void close() {
        relay.stop();
        database.close();
    }

    private void append(OutboxRecord... records) {
        database.transactions().executeWithoutResult(_ -> outbox.append(List.of(records)));
    }

    private OutboxRecord text(String key, String value) {
        return OutboxRecord.of(topic, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private Sent sent() {
        return Sent.on(TestBroker.bootstrapServers(), topic);
    }

    @Test
    void sendsWhatWasCommittedWithEverythingThatItHas() throws Exception {
        // Given
        relay.start();

        // When
        append(
                new OutboxRecord(
                        topic,
                        2,
                        "key".getBytes(UTF_8),
                        "value".getBytes(UTF_8),
                        Map.of("ce_id", "ä&=", "ce_type", "t")));

        // Then
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        List<ConsumerRecord<byte[], byte[]>> records = sent().records();
        assertThat(records).hasSize(1);
        ConsumerRecord<byte[], byte[]> full = records.getFirst();
        assertThat(full.partition()).isEqualTo(2);
        assertThat(full.key()).isEqualTo("key".getBytes(UTF_8));
        assertThat(full.headers())
                .extracting(header -> header.key() + ":" + new String(header.value(), UTF_8))
                .containsExactly("ce_id:ä&=", "ce_type:t");
        assertThat(relay.backlog()).isZero();
    }

    @Test
    void sendsNothingOfATransactionThatRolledBack() throws Exception {
        // Given
        relay.start();

        // When
        database.transactions()
                .executeWithoutResult(transaction -> {
                    outbox.append(List.of(text("k", "never")));
                    transaction.setRollbackOnly();
                });
        append(text("k", "later"));

        // Then
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        assertThat(sent().byKey()).isEqualTo(Map.of("k", List.of("later")));
    }

    @Test
    void waitsInTheTableWhileNoRelayRuns() throws Exception {
        // Given
        append(text("k", "1"), text("k", "2"));

        // When
        boolean relayed = relay.awaitRelayed(Duration.ofMillis(200));

        // Then
        assertThat(relayed).isFalse();
        assertThat(relay.backlog()).isEqualTo(2);
        relay.start();
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        assertThat(sent().byKey()).isEqualTo(Map.of("k", List.of("1", "2")));
    }

    @Test
    void keepsTheOrderOfEachKeyUnderConcurrentAppendersWithTwoRelays() throws Exception {
        // Given
        OutboxRelay second = relay("outbox-it-2");
        Appenders appenders = new Appenders(database, outbox, topic);
        relay.start();
        second.start();

        // When
        appenders.run(6, 120, 20_111_201);
        boolean relayed = relay.awaitRelayed(PATIENCE);
        second.stop();

        // Then
        assertThat(relayed).isTrue();
        assertThat(sent().byKey()).isEqualTo(appenders.expected());
    }

    @Test
    void keepsTheOrderWhileRelaysComeAndGo() throws Exception {
        // Given
        Appenders appenders = new Appenders(database, outbox, topic);
        Thread comingAndGoing =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; i < 8; i++) {
                                OutboxRelay each = relay("outbox-it-" + i);
                                each.start();
                                try {
                                    each.awaitRelayed(Duration.ofMillis(100));
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                each.stop();
                            }
                        });

        // When
        appenders.run(6, 120, 20_111_202);
        comingAndGoing.join();
        relay.start();

        // Then
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        assertThat(sent().firstsByKey()).isEqualTo(appenders.expected());
    }

    @Test
    void canBeStartedAgain() throws Exception {
        // Given
        relay.start();
        append(text("k", "1"));
        relay.awaitRelayed(PATIENCE);
        relay.stop();

        // When
        append(text("k", "2"));
        relay.start();

        // Then
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        assertThat(sent().byKey()).isEqualTo(Map.of("k", List.of("1", "2")));
    }

    @Test
    void appendsOnlyWithinATransaction() {
        assertThatThrownBy(() -> outbox.append(List.of(text("k", "1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected a transaction to append 1 records to, but there is none.");
    }

    @Test
    void waitsOnlyOutsideOfATransaction() {
        assertThatThrownBy(() ->
                        database.transactions()
                                .executeWithoutResult(_ -> {
                                    try {
                                        relay.awaitRelayed(PATIENCE);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is still open");
    }

    @Test
    void saysThatTheTableIsMissing() {
        try (OutboxDatabase empty = OutboxDatabase.withoutTable()) {
            OutboxRelay homeless =
                    new OutboxRelay(
                            "homeless",
                            empty.dataSource(),
                            Map.of("bootstrap.servers", TestBroker.bootstrapServers()));

            assertThatThrownBy(homeless::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "Expected table outbox in schema 'public' as the README");
        }
    }
}
