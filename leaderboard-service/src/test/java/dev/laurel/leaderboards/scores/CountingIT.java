package dev.laurel.leaderboards.scores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.topics.RecordCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CountingIT extends RunningLeaderboardService {

    @Autowired private Consumer<List<ConsumerRecord<byte[], byte[]>>> intake;

    @Autowired private JdbcClient jdbc;

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
        assertThat(sum("concurrent", "all-time")).isEqualTo(expected);
        assertThat(sum("concurrent", "2011-11")).isEqualTo(expected);
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
        assertThat(sum("spending", "all-time")).isEqualTo(58);
        assertThat(sum("spending", "2011-11")).isEqualTo(58);
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

    private long sum(String program, String period) {
        return jdbc.sql(
                        "SELECT sum(score) FROM score JOIN ranking ON id = ranking WHERE program = ? AND period = ?")
                .param(program)
                .param(period)
                .query(Long.class)
                .single();
    }
}
