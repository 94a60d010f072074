package dev.laurel.engine.state;

import java.util.Map;

/** An aggregate to which a contribution can be added, and from which it can be taken, exactly. */
public sealed interface MetricCell {

    /**
     * A count or a sum.
     *
     * @param amount the number of events for a count; for a sum millionths, so that addition is
     *     exact in any order
     */
    record Total(long amount) implements MetricCell {}

    /**
     * Distinct values.
     *
     * @param counts how many events have contributed each value, at least one each
     */
    record Distinct(Map<String, Integer> counts) implements MetricCell {}
}
