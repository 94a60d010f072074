package dev.laurel.benchmarks.latency;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A set of durations by rank.
 *
 * @param sorted all of them, the shortest first, at least one
 */
public record Percentiles(List<Duration> sorted) {

    public Percentiles {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("Expected durations to rank, but there were none.");
        }
        sorted = sorted.stream().sorted().toList();
    }

    static Percentiles of(Collection<Duration> durations) {
        return new Percentiles(List.copyOf(durations));
    }

    /**
     * The shortest of these durations that is at least as long as a share of them (nearest rank).
     *
     * @param percent above 0, at most 100
     */
    public Duration at(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
