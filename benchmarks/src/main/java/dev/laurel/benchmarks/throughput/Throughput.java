package dev.laurel.benchmarks.throughput;

import java.time.Duration;

/**
 * How a number of events went through.
 *
 * @param events how many
 * @param sent from the first one sent to the last one acknowledged
 * @param committed from the first one sent to the last ledger row committed
 * @param rows ledger rows that they led to
 */
public record Throughput(int events, Duration sent, Duration committed, long rows) {

    /** Events per second, to the last ledger row. */
    public double rate() {
        return events / seconds(committed);
    }

    /** Events per second, to the last acknowledgement. */
    public double acceptedRate() {
        return events / seconds(sent);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
