package dev.laurel.engine.metrics;

import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric with the challenge windows that it is measured in. Immutable.
 *
 * @param metric the metric
 * @param windows windows of challenges that have a step over it
 */
public record Meter(Metric metric, List<Window> windows) {

    public Meter {
        windows = List.copyOf(windows);
    }

    /**
     * A challenge's window.
     *
     * @param challenge the challenge's id
     * @param opens its first day
     * @param closes its last day
     * @param within whether a step counts the events within it
     * @param after whether a step counts all events until its end
     */
    public record Window(
            String challenge, LocalDate opens, LocalDate closes, boolean within, boolean after) {}

    /**
     * Adds what an event contributes, {@code null} when that is nothing.
     *
     * @throws ExpressionFailure when the metric's value fails on it; nothing is added then
     */
    public @Nullable Contribution add(Variables variables, LocalDate date, Draft draft)
            throws ExpressionFailure {
        MetricCell amount = Contributions.of(metric.measurement(), variables);
        if (amount == null) {
            return null;
        }
        List<MetricKey> keys = keys(date);
        List<MetricCell> sums = new ArrayList<>(keys.size());
        for (MetricKey key : keys) {
            MetricCell cell = draft.metric(key);
            sums.add(cell == null ? amount : plus(cell, amount));
        }
        for (int i = 0; i < keys.size(); i++) {
            draft.metric(keys.get(i), sums.get(i));
        }
        return new Contribution(keys, amount);
    }

    /** Takes a contribution back, whatever the program says now. */
    public static void takeBack(Contribution contribution, Draft draft) {
        for (MetricKey key : contribution.cells()) {
            MetricCell cell = draft.metric(key);
            if (cell != null) {
                draft.metric(key, cell.minus(contribution.amount()));
            }
        }
    }

    private MetricCell plus(MetricCell cell, MetricCell amount) throws ExpressionFailure {
        try {
            return cell.plus(amount);
        } catch (ArithmeticException overflow) {
            throw new ExpressionFailure("metric " + metric.id(), "its sum exceeds 64 bits");
        }
    }

    private List<MetricKey> keys(LocalDate date) {
        List<MetricKey> keys = new ArrayList<>(1 + windows.size());
        keys.add(MetricKey.ever(metric.id()));
        for (Window window : windows) {
            boolean closed = date.isAfter(window.closes());
            if (window.within() && !closed && !date.isBefore(window.opens())) {
                keys.add(MetricKey.within(window.challenge(), metric.id()));
            }
            if (window.after() && closed) {
                keys.add(MetricKey.after(window.challenge(), metric.id()));
            }
        }
        return keys;
    }
}
