package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Step.Window;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricCells;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Measures the steps of challenges. */
public final class Progress {

    private final Map<String, Metric> metrics;

    /**
     * Of challenges of a program.
     *
     * @param metrics the program's metrics by id
     */
    public Progress(Map<String, Metric> metrics) {
        this.metrics = metrics;
    }

    /**
     * The measure of each step of one occurrence.
     *
     * @param known whether each step that looks at the member holds, by its place
     */
    public double[] measure(Challenge challenge, long occurrence, MetricCells cells, long known) {
        if (challenge.inSequence()) {
            return Sequence.of(challenge, metrics, cells).values();
        }
        double[] values = new double[challenge.steps().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (challenge.steps().get(i)) {
                        case Step.Known _ -> (known >>> i) & 1;
                        case Step.Measured step -> measure(challenge, occurrence, step, cells);
                    };
        }
        return values;
    }

    private double measure(
            Challenge challenge, long occurrence, Step.Measured step, MetricCells cells) {
        Metric metric = metric(step);
        return switch (step.window()) {
            case Window.Challenge _ ->
                    metric.value(cells.metric(key(challenge, occurrence, metric)));
            case Window.Ever _ -> metric.value(untilClose(challenge, metric, cells));
            case Window.Calendar(Period period) ->
                    highest(metric, cells.series(metric.id(), Scope.of(period), challenge.id()));
            case Window.Rolling(int days) -> {
                SortedMap<Long, MetricCell> series =
                        cells.series(metric.id(), Scope.DAY, challenge.id());
                yield metric.isAdditive() ? rolling(metric, series, days) : highest(metric, series);
            }
        };
    }

    private static MetricKey key(Challenge challenge, long occurrence, Metric metric) {
        return challenge.repeat().period() == null
                ? MetricKey.within(challenge.id(), metric.id())
                : MetricKey.occurrence(challenge.id(), metric.id(), occurrence);
    }

    /** All that was ever measured but for what came after the challenge had closed. */
    private static @Nullable MetricCell untilClose(
            Challenge challenge, Metric metric, MetricCells cells) {
        MetricCell ever = cells.metric(MetricKey.ever(metric.id()));
        MetricCell after = cells.metric(MetricKey.after(challenge.id(), metric.id()));
        return ever == null || after == null ? ever : ever.minus(after);
    }

    private static double highest(Metric metric, SortedMap<Long, MetricCell> series) {
        return series.values().stream().mapToDouble(metric::value).max().orElse(0);
    }

    /** The highest value of any so many days on end. */
    private static double rolling(Metric metric, SortedMap<Long, MetricCell> series, int days) {
        List<Map.Entry<Long, MetricCell>> entries = new ArrayList<>(series.entrySet());
        double highest = 0;
        @Nullable MetricCell sum = null;
        int first = 0;
        for (Map.Entry<Long, MetricCell> entry : entries) {
            while (entries.get(first).getKey() <= entry.getKey() - days) {
                sum = sum == null ? null : sum.minus(entries.get(first).getValue());
                first++;
            }
            sum = sum == null ? entry.getValue() : sum.plus(entry.getValue());
            highest = Math.max(highest, metric.value(sum));
        }
        return highest;
    }

    private Metric metric(Step.Measured step) {
        return Objects.requireNonNull(metrics.get(step.metric()));
    }
}
