package dev.laurel.engine.metrics;

import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A metric with the challenge windows that it is measured in. Immutable. */
public final class Meter {

    private final Metric metric;
    private final List<Window> windows;
    private final boolean daily;
    private final boolean undoable;

    /** Of all events; one for the states of all members. */
    private final MetricKey ever;

    /**
     * @param metric the metric
     * @param windows windows of challenges that have a step over it
     * @param daily whether boards or tiers need what it says of each day
     * @param undoable whether its events can be undone, so that values behind the first are kept
     */
    public Meter(Metric metric, List<Window> windows, boolean daily, boolean undoable) {
        this.metric = metric;
        this.windows = List.copyOf(windows);
        this.daily = daily;
        this.undoable = undoable;
        this.ever = MetricKey.ever(metric.id());
    }

    public Metric metric() {
        return metric;
    }

    /**
     * Adds what an event contributes, {@code null} when that is nothing.
     *
     * @param counts whether the event counts for a challenge
     * @throws ExpressionFailure when the metric's value fails on it; nothing is added then
     */
    public @Nullable Contribution add(
            Variables variables, Moment moment, Predicate<String> counts, Draft draft)
            throws ExpressionFailure {
        MetricCell amount = contribution(variables, moment);
        if (amount == null) {
            return null;
        }
        List<MetricKey> keys =
                metric.per() == null
                        ? keys(moment, counts)
                        : List.of(MetricObjects.key(metric.id(), metric.per(), variables));
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

    /**
     * What an event would contribute to a metric, {@code null} for nothing.
     *
     * @throws ExpressionFailure when the metric's value fails on it
     */
    public @Nullable MetricCell contribution(Variables variables, Moment moment)
            throws ExpressionFailure {
        return Contributions.of(metric.measurement(), variables, moment, undoable);
    }

    /** Takes back what goes of a contribution, whatever the program says now. */
    public static void takeBack(Contribution contribution, MetricCell lost, Draft draft) {
        for (MetricKey key : contribution.cells()) {
            draft.metric(key, MetricCell.without(draft.metric(key), lost));
        }
    }

    private MetricCell plus(MetricCell cell, MetricCell amount) throws ExpressionFailure {
        try {
            return cell.plus(amount);
        } catch (ArithmeticException overflow) {
            throw new ExpressionFailure("metric " + metric.id(), "its sum exceeds 64 bits");
        }
    }

    private List<MetricKey> keys(Moment moment, Predicate<String> counts) {
        List<MetricKey> keys = new ArrayList<>(2 + windows.size());
        keys.add(ever);
        for (Window window : windows) {
            window.keys(moment, counts, keys);
        }
        if (daily) {
            keys.add(MetricKey.boardDay(metric.id(), moment.date()));
        }
        return keys;
    }
}
