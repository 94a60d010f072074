package dev.laurel.benchmarks.report;

import java.util.List;

/**
 * One measured value with what the machine could do at most.
 *
 * @param name what was measured
 * @param value how much of it
 * @param unit of the value and of its limits
 * @param limits what the same machine did in the same run with less to do
 */
public record Figure(String name, double value, String unit, List<Limit> limits) {

    /**
     * What the machine could do.
     *
     * @param name what was asked of it
     * @param value how much it did
     */
    public record Limit(String name, double value) {}

    public Figure {
        limits = List.copyOf(limits);
    }

    /** A value without a limit. */
    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, List.of());
    }

    /** The share of a limit that the value reaches, 1 for all of it. */
    public double ratio(Limit limit) {
        return value / limit.value();
    }
}
