package dev.laurel.engine.metrics;

import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.Measurement;
import dev.laurel.engine.state.Extreme;
import dev.laurel.engine.state.Latest;
import dev.laurel.engine.state.MetricCell;
import org.jspecify.annotations.Nullable;

/**
 * A named aggregate per member.
 *
 * @param id its id
 * @param on the type of events that it measures
 * @param when which of them count
 * @param beneficiary whose metric it is, {@code null} for the event's subject
 * @param per the object that a value is for, {@code null} for one value per member
 * @param measurement what it aggregates
 */
public record Metric(
        String id,
        String on,
        Condition when,
        @Nullable Expression beneficiary,
        @Nullable Expression per,
        Measurement measurement) {

    /** Parts of one that a sum is kept in. */
    static final double MILLION = 1_000_000;

    private static final long LARGEST = Long.MAX_VALUE / (long) MILLION;

    /** Whether what it says may have a fraction. */
    public boolean isFractional() {
        return switch (measurement) {
            case Measurement.Count _, Measurement.Distinct _ -> false;
            case Measurement.Sum _, Measurement.Extreme _, Measurement.Last _ -> true;
        };
    }

    /** Whether what it says is put together from what the events add, like a count or a sum. */
    public boolean isAdditive() {
        return switch (measurement) {
            case Measurement.Count _, Measurement.Distinct _, Measurement.Sum _ -> true;
            case Measurement.Extreme _, Measurement.Last _ -> false;
        };
    }

    /** Whether what it says of some days is the sum of what it says of each. */
    public boolean isSumOfDays() {
        return switch (measurement) {
            case Measurement.Count _, Measurement.Sum _ -> true;
            case Measurement.Distinct _, Measurement.Extreme _, Measurement.Last _ -> false;
        };
    }

    /**
     * What a cell of this metric says, in millionths; 0 while there is none. What would exceed 64
     * bits is cut there.
     */
    public long millionths(@Nullable MetricCell cell) {
        return switch (cell) {
            case null -> 0;
            case MetricCell.Distinct distinct -> millionths(distinct.values().size());
            case Extreme extreme -> extreme.first();
            case Latest latest -> latest.first();
            case MetricCell.Total total ->
                    measurement instanceof Measurement.Sum
                            ? total.amount()
                            : millionths(total.amount());
        };
    }

    private static long millionths(long number) {
        return Math.clamp(number, -LARGEST, LARGEST) * (long) MILLION;
    }

    /** What a cell of this metric says; 0 while there is none. */
    public double value(@Nullable MetricCell cell) {
        return switch (cell) {
            case null -> 0;
            case MetricCell.Distinct distinct -> distinct.values().size();
            case Extreme extreme -> extreme.first() / MILLION;
            case Latest latest -> latest.first() / MILLION;
            case MetricCell.Total total ->
                    measurement instanceof Measurement.Sum
                            ? total.amount() / MILLION
                            : total.amount();
        };
    }
}
