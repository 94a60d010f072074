package dev.laurel.scoring.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.TopicProbe.Raw;
import dev.laurel.testinfra.TestTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test of every build: {@code -Dtest.jvm.args=-Dlaurel.throughput=200000} measures from the
 * topic to the committed posting.
 */
@EnabledIfSystemProperty(named = "laurel.throughput", matches = "\\d+")
class LedgerThroughputIT {

    private static final Logger log = Logger.getLogger(LedgerThroughputIT.class.getName());
    private static final int MEMBERS = 5_000;

    @Test
    void booksManyPostingsPerSecond() {
        // Given
        int count = Integer.getInteger("laurel.throughput");
        TestTopics.create("laurel.decisions");
        Deciding deciding = new Deciding("throughput");
        List<Raw> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String member = "member-" + i * 7919L % MEMBERS;
            records.add(
                    RunningScoringService.DECISIONS.raw(
                            deciding.key(member),
                            deciding.decided(
                                    member, "event-" + i, deciding.points("effect-" + i, i + 1))));
            if (records.size() == 10_000) {
                RunningScoringService.DECISIONS.send(records);
                records.clear();
            }
        }
        RunningScoringService.DECISIONS.send(records);

        // When
        try (RunningScoringService service = RunningScoringService.start()) {
            String postings = "SELECT count(*) FROM posting";
            await().atMost(Duration.ofMinutes(2)).until(() -> service.number(postings) > 0);
            long before = service.number(postings);
            long start = System.nanoTime();
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() ->
                            service.number(
                                            "SELECT coalesce(sum(postings), 0)::bigint / 2 FROM program_account")
                                    == count);
            double seconds = (System.nanoTime() - start) / 1e9;

            // Then
            log.info(
                    "%d postings in %.1f s: %.0f/s; outbox backlog %d"
                            .formatted(
                                    count - before,
                                    seconds,
                                    (count - before) / seconds,
                                    service.number("SELECT count(*) FROM outbox")));
            assertThat(service.number("SELECT count(*) FROM discrepancy")).isZero();
        }
    }
}
