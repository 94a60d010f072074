package dev.laurel.benchmarks.throughput;

import dev.laurel.benchmarks.workload.WorkloadEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends a load and watches the ledger grow. The end is the first moment at which the ledger had as
 * many rows as when everything was decided and posted.
 */
public final class ThroughputRun {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofMinutes(15);

    private record Look(long nanos, long rows) {}

    private final LedgerRows ledger;
    private final ConsumerLag lag;

    public ThroughputRun(LedgerRows ledger, ConsumerLag lag) {
        this.ledger = ledger;
        this.lag = lag;
    }

    /**
     * Sends the events and returns once the last ledger row that they lead to is committed.
     *
     * @throws IllegalStateException if that takes longer than a quarter of an hour
     */
    public Throughput run(Load load, List<WorkloadEvent> events)
            throws InterruptedException, ExecutionException, SQLException {
        long before = ledger.count();
        List<Look> looks = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService sending = Executors.newSingleThreadExecutor()) {
            Future<Long> sent =
                    sending.submit(() -> {
                        load.send(events);
                        return System.nanoTime();
                    });
            boolean done = false;
            while (!done) {
                Thread.sleep(INTERVAL);
                boolean settled = sent.isDone() && lag.isZero();
                looks.add(new Look(System.nanoTime(), ledger.count()));
                done = settled;
                if (System.nanoTime() - start > AT_MOST.toNanos()) {
                    throw new IllegalStateException(
                            "Expected %,d events to be posted within %s, but there are %,d rows."
                                    .formatted(
                                            events.size(),
                                            AT_MOST,
                                            looks.getLast().rows() - before));
                }
            }
            long rows = looks.getLast().rows();
            long end =
                    looks.stream()
                            .filter(look -> look.rows() == rows)
                            .findFirst()
                            .orElseThrow()
                            .nanos();
            return new Throughput(
                    events.size(),
                    Duration.ofNanos(sent.get() - start),
                    Duration.ofNanos(end - start),
                    rows - before);
        }
    }
}
