package dev.laurel.engine.metrics;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Measurement;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.state.DistinctValues;
import dev.laurel.engine.state.Extreme;
import dev.laurel.engine.state.Latest;
import dev.laurel.engine.state.MetricCell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event adds to a metric. */
final class Contributions {

    private static final int LONGEST_VALUE = 200;

    /** How many different values are kept for when the first are undone. */
    private static final int MOST_EXTREMES = 50;

    private static final int MOST_LATEST = 20;

    private Contributions() {}

    /**
     * What an event adds, {@code null} when that is nothing.
     *
     * @throws ExpressionFailure when the metric's value fails on it
     */
    static @Nullable MetricCell of(
            Measurement measurement, Variables variables, Moment moment, boolean undoable)
            throws ExpressionFailure {
        return switch (measurement) {
            case Measurement.Count count -> new MetricCell.Total(1);
            case Measurement.Sum(Expression value) -> sum(value, variables);
            case Measurement.Distinct(Expression values) -> distinct(values, variables);
            case Measurement.Extreme(Expression value, boolean highest) ->
                    Extreme.once(
                            highest, undoable ? MOST_EXTREMES : 1, millionths(value, variables));
            case Measurement.Last(Expression value) ->
                    new Latest(
                            undoable ? MOST_LATEST : 1,
                            List.of(
                                    new Latest.Mark(
                                            moment.time(),
                                            moment.event(),
                                            millionths(value, variables))));
        };
    }

    private static @Nullable MetricCell sum(Expression value, Variables variables)
            throws ExpressionFailure {
        long millionths = millionths(value, variables);
        return millionths == 0 ? null : new MetricCell.Total(millionths);
    }

    private static long millionths(Expression value, Variables variables) throws ExpressionFailure {
        double millionths = Math.rint(value.number(variables) * Metric.MILLION);
        if (Math.abs(millionths) >= 0x1p63) {
            throw value.failure("it exceeds what a sum can hold");
        }
        return (long) millionths;
    }

    private static @Nullable MetricCell distinct(Expression values, Variables variables)
            throws ExpressionFailure {
        Object value = values.value(variables);
        if (!(value instanceof List<?> list)) {
            return new MetricCell.Distinct(DistinctValues.once(text(value, values)));
        }
        String[] texts = new String[list.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(list.get(i), values);
        }
        return texts.length == 0 ? null : new MetricCell.Distinct(DistinctValues.once(texts));
    }

    /** Numbers that are equal have one text: JSON does not tell 2 from 2.0. */
    private static String text(@Nullable Object value, Expression values) throws ExpressionFailure {
        String text =
                switch (value) {
                    case String s -> s;
                    case Double d when d == Math.rint(d) && Math.abs(d) < 0x1p53 ->
                            Long.toString(d.longValue());
                    case Number n -> n.toString();
                    case Boolean b -> b.toString();
                    case null, default ->
                            throw values.failure(
                                    "only texts, numbers and truth values can be told apart");
                };
        if (text.length() > LONGEST_VALUE) {
            throw values.failure("a value is longer than %d characters".formatted(LONGEST_VALUE));
        }
        return text;
    }
}
