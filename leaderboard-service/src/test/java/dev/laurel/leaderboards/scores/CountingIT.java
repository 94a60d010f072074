package dev.laurel.leaderboards.scores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.intake.NotReadyException;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.topics.RecordCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

class CountingIT extends RunningLeaderboardService {

    @Autowired
    @Qualifier("ledger")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> intake;

    @Autowired private JdbcClient jdbc;

    @Autowired private Keeping keeping;

    @Test
    void instancesThatHoldTheSameRecordsForAMomentCountThemOnce() throws Exception {
        // Given
        List<LedgerEntry> entries = ledger("concurrent", new Random(5));
        List<ConsumerRecord<byte[], byte[]>> records = records(entries);

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                int batch = 37 + 11 * instance;
                all.add(instances.submit(() -> deliver(records, batch)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        long expected = entries.stream().mapToLong(LedgerEntry::points).sum();
        assertThat(sum("concurrent")).isEqualTo(expected);
    }

    @Test
    void whatIsSpentCostsNoRankAndWhatIsRefundedGivesNone() {
        // Given
        TestLedger ledger =
                new TestLedger("spending", "UTC")
                        .book("ann", "stars", 50, "2011-11-03T10:00:00Z")
                        .spend("ann", "stars", -40, "2011-11-04T10:00:00Z")
                        .spend("ann", "stars", 0, "2011-11-05T10:00:00Z")
                        .spend("ann", "stars", 15, "2011-11-06T10:00:00Z")
                        .book("ann", "stars", 8, "2011-11-07T10:00:00Z");

        // When
        deliver(records(ledger.entries()), 2);

        // Then
        assertThat(sum("spending")).isEqualTo(58);
    }

    @Test
    void rankingsThatAreMadeWhilePostingsComeInMissNoneAndHaveNoneTwice() throws Exception {
        // Given
        List<LedgerEntry> entries = ledger("meanwhile", new Random(6));
        List<ConsumerRecord<byte[], byte[]>> records = records(entries);
        Book stars = new Book("meanwhile", "stars", false);
        List<Kept> wanted =
                Stream.of(Calendar.values()).map(calendar -> new Kept(stars, calendar)).toList();

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = new ArrayList<>();
            all.add(threads.submit(() -> deliver(records, 23)));
            for (int instance = 0; instance < 2; instance++) {
                all.add(
                        threads.submit(() ->
                                wanted.forEach(each ->
                                        keeping.keep("meanwhile", Set.of(each), Instant.EPOCH))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        assertThat(wanted)
                .hasSize(6)
                .allSatisfy(kept ->
                        assertThat(scores("meanwhile", kept.cycle().toString()))
                                .isEqualTo(daysSummedUp("meanwhile")));
    }

    @Test
    void postingsWaitWhereANewerVersionKeepsRankingsThatThisOneDoesNotKnow() {
        // Given
        List<ConsumerRecord<byte[], byte[]>> records =
                records(
                        new TestLedger("newer", "UTC")
                                .book("ann", "stars", 50, "2011-11-03T10:00:00Z")
                                .entries());
        jdbc.sql(
                        "INSERT INTO kept (program, wallet, by_team, cycle, audience) VALUES ('newer', 'stars', false, 'P999D', '')")
                .update();

        // When
        assertThatThrownBy(() -> deliver(records, 1))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("'P999D'");
        jdbc.sql("DELETE FROM kept WHERE program = 'newer'").update();
        deliver(records, 1);

        // Then
        assertThat(sum("newer")).isEqualTo(50);
    }

    /** {@code member|score|reached}: all events are of one day. */
    private List<@Nullable String> scores(String program, String cycle) {
        return jdbc.sql(
                        """
                        SELECT member || '|' || score || '|' || reached_at
                        FROM score JOIN ranking ON id = ranking
                        WHERE program = ? AND cycle = ? ORDER BY 1
                        """)
                .param(program)
                .param(cycle)
                .query(String.class)
                .list();
    }

    private List<@Nullable String> daysSummedUp(String program) {
        return jdbc.sql(
                        """
                        SELECT member || '|' || score || '|' || reached_at
                        FROM daily JOIN book ON id = book WHERE program = ? ORDER BY 1
                        """)
                .param(program)
                .query(String.class)
                .list();
    }

    private void deliver(List<ConsumerRecord<byte[], byte[]>> records, int batch) {
        for (int from = 0; from < records.size(); from += batch) {
            intake.accept(records.subList(from, Math.min(records.size(), from + batch)));
        }
    }

    private static List<LedgerEntry> ledger(String program, Random random) {
        TestLedger ledger = new TestLedger(program, "UTC");
        for (int i = 0; i < 2_000; i++) {
            ledger.book(
                    "m" + random.nextInt(40),
                    "stars",
                    random.nextInt(-5, 10),
                    Instant.parse("2011-11-03T10:00:00Z").plusSeconds(i));
        }
        return ledger.entries();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(List<LedgerEntry> entries) {
        RecordCodec codec = new RecordCodec();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            byte[] key = (entry.program() + "/" + entry.member()).getBytes(UTF_8);
            records.add(
                    new ConsumerRecord<>(
                            Topics.LEDGER.name(), 0, records.size(), key, codec.write(entry)));
        }
        return records;
    }

    private long sum(String program) {
        return jdbc.sql("SELECT sum(score) FROM daily JOIN book ON id = book WHERE program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }
}
