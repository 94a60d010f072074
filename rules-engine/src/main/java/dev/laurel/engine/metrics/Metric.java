package dev.laurel.engine.metrics;

import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.Measurement;
import dev.laurel.engine.state.MetricCell;
import org.jspecify.annotations.Nullable;

/**
 * A named aggregate per member.
 *
 * @param id its id
 * @param on the type of events that it measures
 * @param when which of them count
 * @param beneficiary whose metric it is, {@code null} for the event's subject
 * @param measurement what it aggregates
 */
public record Metric(
        String id,
        String on,
        Condition when,
        @Nullable Expression beneficiary,
        Measurement measurement) {

    /** Parts of one that a sum is kept in. */
    static final double MILLION = 1_000_000;

    /** What a cell of this metric says: a number of events or values, or a sum. */
    public double value(@Nullable MetricCell cell) {
        return switch (cell) {
            case null -> 0;
            case MetricCell.Distinct distinct -> distinct.values().size();
            case MetricCell.Total total ->
                    measurement instanceof Measurement.Sum
                            ? total.amount() / MILLION
                            : total.amount();
        };
    }
}
