package dev.laurel.benchmarks;

import dev.laurel.benchmarks.latency.LatencyRun;
import dev.laurel.benchmarks.latency.Percentiles;
import dev.laurel.benchmarks.platform.ProcessorTime;
import dev.laurel.benchmarks.report.Figure;
import dev.laurel.benchmarks.throughput.Throughput;
import java.time.Duration;
import java.util.List;

/**
 * Everything that was measured, put beside the limits.
 *
 * @param startUp from starting the process to ready
 * @param http throughput over HTTP
 * @param processorTime what that took
 * @param kafka throughput over Kafka
 * @param latencies waits at half the rate over HTTP
 * @param peakMemoryBytes of the whole platform, 0 where it was not measured
 * @param copy how long it takes to copy the ledger rows of the run over HTTP
 * @param brokerRate events per second of the broker alone
 */
record Findings(
        Duration startUp,
        Throughput http,
        ProcessorTime processorTime,
        Throughput kafka,
        List<LatencyRun.Outcome> latencies,
        long peakMemoryBytes,
        Duration copy,
        double brokerRate) {

    private static final String RATE = "events/s";
    private static final List<Double> PERCENTILES = List.of(50.0, 95.0, 99.0);

    List<Figure> figures() {
        List<Figure> figures = new java.util.ArrayList<>();
        figures.add(rate("HTTP to committed ledger rows", http));
        figures.add(Figure.of("HTTP to 202", http.acceptedRate(), RATE));
        figures.add(rate("Kafka to committed ledger rows", kafka));
        for (LatencyRun.Outcome latency : latencies) {
            percentiles(figures, "POST to 202", latency, latency.acknowledged());
            percentiles(figures, "POST to visible balance", latency, latency.visible());
        }
        figures.add(perEvent("Processor time, platform's JVM", processorTime.jvm()));
        figures.add(perEvent("Processor time, database", processorTime.database()));
        figures.add(perEvent("Processor time, load generator", processorTime.load()));
        if (peakMemoryBytes > 0) {
            double mebibytes = peakMemoryBytes / (double) (1 << 20);
            figures.add(Figure.of("Peak memory, JVM and database", mebibytes, "MiB"));
        }
        figures.add(Figure.of("Start-up on an empty folder", seconds(startUp), "s"));
        return List.copyOf(figures);
    }

    private Figure rate(String name, Throughput throughput) {
        return new Figure(
                name,
                throughput.rate(),
                RATE,
                List.of(
                        new Figure.Limit("produce and consume the same bytes", brokerRate),
                        new Figure.Limit(
                                "COPY the same %,d postings".formatted(http.rows()),
                                http.events() / seconds(copy))));
    }

    private static void percentiles(
            List<Figure> figures, String name, LatencyRun.Outcome latency, Percentiles waits) {
        for (double percent : PERCENTILES) {
            figures.add(
                    Figure.of(
                            "%s, p%.0f at %,.0f %s, %s"
                                    .formatted(name, percent, latency.rate(), RATE, sent(latency)),
                            seconds(waits.at(percent)) * 1_000,
                            "ms"));
        }
    }

    private static String sent(LatencyRun.Outcome latency) {
        return latency.batch() == 1 ? "one a request" : latency.batch() + " a request";
    }

    private Figure perEvent(String name, Duration time) {
        return Figure.of(name, time.toNanos() / 1e3 / http.events(), "µs/event");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
