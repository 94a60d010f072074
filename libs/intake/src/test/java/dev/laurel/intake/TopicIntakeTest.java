package dev.laurel.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.contracts.Topic;
import dev.laurel.topics.DeadLetters;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.TraceContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

class TopicIntakeTest {

    private record Sale(String shop, int amount) {}

    private static final Topic<Sale> SALES =
            new Topic<>(
                    "sales",
                    Topic.Key.MEMBER,
                    Sale.class,
                    Topic.Cleanup.DELETE,
                    Duration.ofDays(1),
                    "shop",
                    Set.of());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeTraces traces = new FakeTraces();
    private final List<List<Received<Sale>>> batches = new ArrayList<>();
    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void handsABatchOverAsAWhole() {
        // Given
        TopicIntake<Sale> intake = intake(batches::add);

        // When
        intake.accept(List.of(sale(0, 5), sale(1, 7)));

        // Then
        assertThat(batches)
                .singleElement()
                .satisfies(batch ->
                        assertThat(batch)
                                .extracting(Received::value, Received::partition, Received::offset)
                                .containsExactly(
                                        tuple(new Sale("x", 5), 3, 0L),
                                        tuple(new Sale("x", 7), 3, 1L)));
    }

    @Test
    void readsNoMoreThanAReaderNeeds() {
        // Given
        record Shop(String shop) {}
        List<Received<Shop>> received = new ArrayList<>();
        TopicIntake<Shop> intake = intakes().of(SALES, Shop.class, received::addAll);

        // When
        intake.accept(List.of(record(0, "{\"amount\":\"many\",\"shop\":\"x\"}")));

        // Then
        assertThat(received)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.value()).isEqualTo(new Shop("x"));
                    assertThat(each.json()).asString(UTF_8).contains("many");
                });
    }

    @Test
    void setsAsideWhatItCannotRead() {
        // Given
        TopicIntake<Sale> intake = intake(batches::add);

        // When
        intake.accept(List.of(sale(0, 5), record(1, "{\"shop\":null}"), sale(2, 7)));

        // Then
        assertThat(batches).singleElement().satisfies(batch -> assertThat(batch).hasSize(2));
        assertThat(deadLetters.history())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.topic()).isEqualTo("sales.dlq");
                    assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("1");
                    assertThat(header(letter, DeadLetters.REASON))
                            .startsWith("Expected a Sale, but ");
                });
    }

    @Test
    void findsTheOneRecordThatTheDatabaseRefuses() {
        // Given
        List<Integer> sizes = new ArrayList<>();
        TopicIntake<Sale> intake =
                intake(batch -> {
                    sizes.add(batch.size());
                    if (batch.stream().anyMatch(each -> each.value().amount() == 617)) {
                        throw new DataIntegrityViolationException("no 617, please");
                    }
                    batches.add(batch);
                });

        // When
        intake.accept(IntStream.range(0, 1_000).mapToObj(i -> sale(i, i)).toList());

        // Then
        assertThat(batches.stream().flatMap(List::stream))
                .extracting(Received::offset)
                .hasSize(999)
                .isSorted()
                .doesNotContain(617L);
        assertThat(deadLetters.history())
                .singleElement()
                .satisfies(letter ->
                        assertThat(header(letter, DeadLetters.REASON)).isEqualTo("no 617, please"));
        assertThat(sizes).hasSizeLessThan(25);
    }

    @Test
    void setsAsideWhatTheProjectionCannotMakeSenseOf() {
        // Given
        TopicIntake<Sale> intake =
                intake(_ -> {
                    throw new IllegalArgumentException("Expected sense, but found none.");
                });

        // When
        intake.accept(List.of(sale(0, 5)));

        // Then
        assertThat(deadLetters.history()).hasSize(1);
    }

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new DataAccessResourceFailureException("database away"),
                new QueryTimeoutException("too slow"),
                new CannotAcquireLockException("deadlock"),
                new UncategorizedSQLException("task", "SELECT", new java.sql.SQLException("odd")),
                new NotReadyException("A newer version has been here.", new RuntimeException()),
                new CannotCreateTransactionException("no connection"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void givesNoRecordUpForAnOutage(RuntimeException outage) {
        // Given
        TopicIntake<Sale> intake =
                intake(_ -> {
                    throw outage;
                });

        // When
        var accepting = assertThatThrownBy(() -> intake.accept(List.of(sale(0, 5), sale(1, 6))));

        // Then
        accepting.isSameAs(outage);
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void failsWhenADeadLetterCannotBeSent() {
        // Given
        TopicIntake<Sale> intake = intake(batches::add);
        deadLetters.sendException = new KafkaException("broker away");

        // When
        var accepting = assertThatThrownBy(() -> intake.accept(List.of(record(0, "}"))));

        // Then
        accepting.hasRootCauseMessage("broker away");
    }

    @Test
    void countsWhatIsCommittedAndWhatIsSetAside() {
        // When
        intake(_ -> {}).accept(List.of(sale(0, 1), sale(1, 2), record(2, "}")));

        // Then
        assertThat(meters.get("laurel.intake.records").tag("topic", "sales").counter().count())
                .isEqualTo(2);
        assertThat(meters.get("laurel.intake.dead.letters").counter().count()).isEqualTo(1);
    }

    @Test
    void whatIsTracedIsAStepOfItsOwnUntilTheBatchIsCommitted() {
        // Given
        List<String> openWhileApplied = new ArrayList<>();
        TopicIntake<Sale> intake =
                intake(batch -> {
                    batches.add(batch);
                    openWhileApplied.addAll(traces.open());
                });
        ConsumerRecord<byte[], byte[]> traced = sale(1, 7);
        TraceContext.put(traced.headers(), FakeTraces.KEPT);

        // When
        intake.accept(List.of(sale(0, 5), traced));

        // Then
        assertThat(batches.getFirst())
                .extracting(Received::trace)
                .containsExactly(null, FakeTraces.context(1));
        assertThat(openWhileApplied).containsExactly("sales process");
        assertThat(traces.open()).isEmpty();
        assertThat(traces.failed()).isEmpty();
    }

    @Test
    void aStepOfWhatIsSetAsideOrComesAgainHasFailed() {
        // Given
        ConsumerRecord<byte[], byte[]> traced = sale(1, 7);
        TraceContext.put(traced.headers(), FakeTraces.KEPT);

        // When
        intake(
                        _ -> {
                            throw new IllegalArgumentException("no such shop");
                        })
                .accept(List.of(traced));
        assertThatThrownBy(() ->
                        intake(
                                        _ -> {
                                            throw new QueryTimeoutException("busy");
                                        })
                                .accept(List.of(traced)))
                .isInstanceOf(QueryTimeoutException.class);

        // Then
        assertThat(traces.failed()).containsExactly("no such shop", "busy");
        assertThat(traces.open()).isEmpty();
    }

    private TopicIntake<Sale> intake(Projection<Sale> projection) {
        return intakes().of(SALES, projection);
    }

    private TopicIntakes intakes() {
        return new TopicIntakes(
                new RecordCodec(),
                TransactionOperations.withoutTransaction(),
                () -> new DeadLetters(deadLetters, "till-service"),
                meters,
                traces);
    }

    private static ConsumerRecord<byte[], byte[]> sale(long offset, int amount) {
        return record(offset, "{\"shop\":\"x\",\"amount\":%d}".formatted(amount));
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String json) {
        return new ConsumerRecord<>(
                "sales", 3, offset, "key".getBytes(UTF_8), json.getBytes(UTF_8));
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
