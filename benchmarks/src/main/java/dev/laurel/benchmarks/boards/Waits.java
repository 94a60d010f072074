package dev.laurel.benchmarks.boards;

import dev.laurel.benchmarks.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long one request takes, asked for one after the other. */
final class Waits {

    private static final int WARM_UP = 1_000;
    private static final int SAMPLES = 3_000;
    private static final List<Integer> PERCENTILES = List.of(50, 99);

    private final List<Duration> sorted;

    private Waits(List<Duration> sorted) {
        this.sorted = sorted;
    }

    static Waits of(Runnable request) {
        for (int i = 0; i < WARM_UP; i++) {
            request.run();
        }
        List<Duration> all = new ArrayList<>(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            request.run();
            all.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return new Waits(all.stream().sorted().toList());
    }

    /** In milliseconds, each beside what the store itself takes. */
    List<Figure> figures(String name, String bare, Waits limit) {
        return PERCENTILES.stream()
                .map(percent ->
                        new Figure(
                                "%s, p%d".formatted(name, percent),
                                at(percent),
                                "ms",
                                List.of(new Figure.Limit(bare, limit.at(percent)))))
                .toList();
    }

    private double at(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(rank - 1).toNanos() / 1e6;
    }
}
