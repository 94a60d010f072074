package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.Write;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Rhythm RHYTHM =
            new Rhythm(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1));

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Calls calls =
            new Calls(
                    new Connection(
                            new ConnectionId("p", "crm"),
                            CrmKind.HUBSPOT,
                            URI.create("https://crm.example"),
                            "2026-03",
                            DefaultMapping.of(CrmKind.HUBSPOT, List.of(), List.of()),
                            Inbound.NONE,
                            false,
                            new Quota(1_000, 1_000, Duration.ofSeconds(10), 3),
                            false,
                            1,
                            NOW),
                    new NoDeliveries(),
                    RHYTHM,
                    clock,
                    () -> true);
    private final List<Integer> batches = new ArrayList<>();

    @Test
    void findsTheOneThatIsToBlameForABatchThatIsRefusedAsAWhole() {
        // Given
        Writer writer = writer(writes -> rejectedWith(writes, Set.of("m37")));

        // When
        List<Settlement> ended = writer.send(jobs(64, 0));

        // Then
        assertThat(ended).hasSize(64);
        assertThat(ended)
                .filteredOn(Settlement.Failed.class::isInstance)
                .extracting(it -> it.due().member())
                .containsExactly("m37");
        assertThat(ended).filteredOn(Settlement.Delivered.class::isInstance).hasSize(63);
        assertThat(batches).as("two halves a level, and the whole").hasSize(1 + 2 * 6);
    }

    @Test
    void holdsTheConnectionWhenAllFailOfTheSame() {
        // Given
        Writer writer =
                writer(_ ->
                        new Answer.Rejected<>(
                                new Refusal("INVALID_FIELD", "No such column 'x'", "id")));

        // When
        List<Settlement> ended = writer.send(jobs(100, 0));

        // Then
        assertThat(ended).hasSize(100).allMatch(Settlement.Postponed.class::isInstance);
        assertThat(calls.condition().state()).isEqualTo(Condition.State.DENIED);
        assertThat(calls.condition().reason()).isEqualTo("No such column 'x'");
        assertThat(batches).as("not one for each").hasSizeLessThan(20);
    }

    @Test
    void triesARecordTenTimesAndThenLeavesItToPeople() {
        // Given
        Writer writer =
                writer(writes -> given(writes, _ -> new Outcome.Again("UNABLE_TO_LOCK_ROW: busy")));

        // When
        Settlement ninth = writer.send(jobs(1, 8)).getFirst();
        Settlement tenth = writer.send(jobs(1, 9)).getFirst();

        // Then
        assertThat(ninth).isInstanceOf(Settlement.Retry.class);
        assertThat(tenth)
                .isInstanceOfSatisfying(
                        Settlement.Failed.class,
                        it -> {
                            assertThat(it.refusal().code()).isEqualTo("GAVE_UP");
                            assertThat(it.refusal().message()).contains("UNABLE_TO_LOCK_ROW");
                        });
    }

    @Test
    void anOutageIsNoFaultOfTheRecords() {
        // Given
        Writer writer = writer(_ -> new Answer.Failed<>("503"));

        // When
        List<Settlement> ended = writer.send(jobs(3, 40));

        // Then
        assertThat(ended).hasSize(3).allMatch(Settlement.Retry.class::isInstance);
    }

    @Test
    void aPauseHalvesWhatMayBeUnderWay() {
        // Given
        Writer writer = writer(_ -> new Answer.Throttled<>(Duration.ofSeconds(7), "429"));

        // When
        List<Settlement> ended = writer.send(jobs(2, 0));

        // Then
        assertThat(ended).hasSize(2).allMatch(Settlement.Postponed.class::isInstance);
        assertThat(calls.concurrency()).isEqualTo(1);
        assertThat(calls.condition())
                .isEqualTo(new Condition(Condition.State.THROTTLED, "429", NOW.plusSeconds(7)));
    }

    private Writer writer(Function<List<Write>, Answer<List<Outcome>>> answers) {
        return new Writer(
                new WriteOnlyCrm(writes -> {
                    batches.add(writes.size());
                    return answers.apply(writes);
                }),
                calls,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), () -> 0.5),
                clock);
    }

    private static Answer<List<Outcome>> rejectedWith(List<Write> writes, Collection<String> bad) {
        return writes.stream().anyMatch(it -> bad.contains(it.member()))
                ? new Answer.Rejected<>(new Refusal("VALIDATION_ERROR", "Something is wrong", ""))
                : given(writes, _ -> new Outcome.Done());
    }

    private static Answer<List<Outcome>> given(
            List<Write> writes, Function<Write, Outcome> outcome) {
        return new Answer.Given<>(writes.stream().map(outcome).toList(), null);
    }

    private static List<Writer.Job> jobs(int count, int attempts) {
        return IntStream.range(0, count)
                .mapToObj(it ->
                        Writer.Job.enriching(
                                new Due("m" + it, 1, Lane.ROUTINE, attempts, 0),
                                new Write("m" + it, "c" + it, List.of()),
                                Map.of()))
                .toList();
    }
}
