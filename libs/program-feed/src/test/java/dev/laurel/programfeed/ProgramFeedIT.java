package dev.laurel.programfeed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.TopicProvisioner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProgramFeedIT {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", TestBroker.bootstrapServers());
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final RecordCodec CODEC = new RecordCodec();

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static KafkaProducer<byte[], byte[]> producer;
    private static KafkaProducer<byte[], byte[]> transactions;

    @BeforeAll
    static void aTopicAndItsOwner() {
        new TopicProvisioner(BROKER, 3, 1).ensure(List.of(Topics.PROGRAMS));
        producer = producer(Map.of());
        transactions = producer(Map.of("transactional.id", "program-feed-it"));
        transactions.initTransactions();
    }

    @AfterAll
    static void closeProducers() {
        producer.close();
        transactions.close();
        THREADS.shutdownNow();
    }

    @Test
    void knowsWhatWasPublishedBeforeItStarted() {
        // Given
        publish(version("feed-before", 1));
        publish(version("feed-before", 2));

        // When
        try (ProgramFeed feed = started()) {

            // Then
            assertThat(feed.find("feed-before")).contains(version("feed-before", 2));
            assertThat(feed.find("feed-unknown")).isEmpty();
            assertThat(feed.all()).contains(version("feed-before", 2));
        }
    }

    @Test
    void hasReadEverythingThatWasThereWhenAskedToCatchUp() {
        try (ProgramFeed feed = started()) {
            for (int version = 1; version <= 20; version++) {
                // Given
                publish(version("feed-catch-up", version));

                // When
                boolean caughtUp = feed.catchUp(SOON);

                // Then
                assertThat(caughtUp).isTrue();
                assertThat(feed.find("feed-catch-up")).contains(version("feed-catch-up", version));
            }
        }
    }

    @Test
    void catchesUpWithManyCallersAtOnce() {
        try (ProgramFeed feed = started()) {
            // Given
            publish(version("feed-many", 1));

            // When
            List<CompletableFuture<Boolean>> callers =
                    IntStream.range(0, 50)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () -> feed.catchUp(SOON), THREADS))
                            .toList();

            // Then
            assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isTrue());
            assertThat(feed.find("feed-many")).contains(version("feed-many", 1));
        }
    }

    @Test
    void catchesUpWhileACrowdKeepsAsking() {
        AtomicBoolean enough = new AtomicBoolean();
        try (ProgramFeed feed = started()) {
            // Given
            List<CompletableFuture<Void>> crowd =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    CompletableFuture.runAsync(
                                            () -> {
                                                while (!enough.get()) {
                                                    feed.catchUp(Duration.ofMillis(1));
                                                }
                                            },
                                            THREADS))
                            .toList();
            for (int version = 1; version <= 10; version++) {
                publish(version("feed-crowd", version));

                // When
                boolean caughtUp = feed.catchUp(SOON);

                // Then
                assertThat(caughtUp).isTrue();
                assertThat(feed.find("feed-crowd")).contains(version("feed-crowd", version));
            }
            enough.set(true);
            crowd.forEach(CompletableFuture::join);
        }
    }

    @Test
    void waitsForAVersionAndTellsItsListeners() {
        List<PublishedProgram> heard = new CopyOnWriteArrayList<>();
        try (ProgramFeed feed = started()) {
            // Given
            feed.onPublished(published -> {
                if (published.program().equals("feed-await")) {
                    heard.add(published);
                }
            });
            CompletableFuture<Boolean> waiting =
                    CompletableFuture.supplyAsync(
                            () -> feed.awaitVersion("feed-await", 2, SOON), THREADS);

            // When
            publish(version("feed-await", 1));
            publish(version("feed-await", 2));

            // Then
            assertThat(waiting.join()).isTrue();
            assertThat(heard).containsExactly(version("feed-await", 1), version("feed-await", 2));
            assertThat(feed.awaitVersion("feed-await", 3, Duration.ofMillis(50))).isFalse();
        }
    }

    @Test
    void doesNotSeeWhatIsNotCommitted() {
        try (ProgramFeed feed = started()) {
            // Given
            transactions.beginTransaction();
            var _ = transactions.send(record(version("feed-committed", 1)));
            transactions.flush();

            // When
            boolean caughtUpWithOpen = feed.catchUp(SOON);

            // Then
            assertThat(caughtUpWithOpen).isTrue();
            assertThat(feed.find("feed-committed")).isEmpty();

            // When
            transactions.commitTransaction();

            // Then
            assertThat(feed.awaitVersion("feed-committed", 1, SOON)).isTrue();

            // When
            transactions.beginTransaction();
            var _ = transactions.send(record(version("feed-committed", 2)));
            transactions.abortTransaction();
            boolean caughtUpWithAborted = feed.catchUp(SOON);

            // Then
            assertThat(caughtUpWithAborted).isTrue();
            assertThat(feed.find("feed-committed")).contains(version("feed-committed", 1));
        }
    }

    @Test
    void skipsWhatIsNoProgram() {
        // Given
        for (String broken : List.of("", "{", "null", "{\"program\":\"feed-broken\"}")) {
            send("feed-broken", broken.getBytes(UTF_8));
        }
        send("feed-other", CODEC.write(version("feed-broken", 9)));
        publish(version("feed-broken", 1));

        // When
        try (ProgramFeed feed = started()) {

            // Then
            assertThat(feed.find("feed-broken")).contains(version("feed-broken", 1));
            assertThat(feed.find("feed-other")).isEmpty();
        }
    }

    @Test
    void saysWhyItCannotStart() {
        try (ProgramFeed feed =
                new ProgramFeed(Map.of("bootstrap.servers", "localhost:1"), CODEC)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> feed.start(Duration.ofMillis(500)))
                    .withMessageStartingWith(
                            "Expected to have read laurel.programs at localhost:1 within PT0.5S, but ");
        }
    }

    @Test
    void doesNotWaitOnceClosed() {
        // Given
        ProgramFeed feed = started();
        feed.close();

        // Then
        assertThat(feed.catchUp(SOON)).isFalse();
        assertThat(feed.awaitVersion("feed-closed", 1, SOON)).isFalse();
    }

    private static ProgramFeed started() {
        ProgramFeed feed = new ProgramFeed(BROKER, CODEC);
        feed.start();
        return feed;
    }

    private static void publish(PublishedProgram published) {
        send(published.program(), CODEC.write(published));
    }

    private static void send(String key, byte[] value) {
        var _ =
                producer.send(
                        new ProducerRecord<>(Topics.PROGRAMS.name(), key.getBytes(UTF_8), value));
        producer.flush();
    }

    private static ProducerRecord<byte[], byte[]> record(PublishedProgram published) {
        return new ProducerRecord<>(
                Topics.PROGRAMS.name(),
                published.program().getBytes(UTF_8),
                CODEC.write(published));
    }

    private static PublishedProgram version(String program, int version) {
        return new PublishedProgram(
                program,
                version,
                "00",
                Instant.parse("2026-11-22T10:00:00Z"),
                Map.of("program", program));
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(BROKER);
        config.putAll(more);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
