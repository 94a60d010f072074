package dev.laurel.engine.challenges;

import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricCells;
import dev.laurel.engine.state.MetricKey.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far a challenge with an order of steps has come. */
final class Sequence {

    private final double[] values;
    private final SortedSet<Long> reached;

    private Sequence(double[] values, SortedSet<Long> reached) {
        this.values = values;
        this.reached = reached;
    }

    /** The highest value of each step on the way. */
    double[] values() {
        return values;
    }

    /** The moments at which steps were reached. */
    SortedSet<Long> reached() {
        return reached;
    }

    /** Goes through the moments of each step from when the one before was reached. */
    static Sequence of(Challenge challenge, Map<String, Metric> metrics, MetricCells cells) {
        List<Step.Measured> steps = challenge.measuredSteps();
        double[] values = new double[steps.size()];
        SortedSet<Long> all = new TreeSet<>();
        long from = Long.MIN_VALUE;
        for (int i = 0; i < values.length; i++) {
            Metric metric = Objects.requireNonNull(metrics.get(steps.get(i).metric()));
            double target = steps.get(i).target();
            long reached = Long.MAX_VALUE;
            @Nullable MetricCell sum = null;
            for (Map.Entry<Long, MetricCell> moment :
                    cells.series(metric.id(), Scope.MOMENT, challenge.id())
                            .tailMap(from)
                            .entrySet()) {
                sum = sum == null ? moment.getValue() : sum.plus(moment.getValue());
                values[i] = Math.max(values[i], metric.value(sum));
                if (values[i] >= target && reached == Long.MAX_VALUE) {
                    reached = moment.getKey();
                }
            }
            if (reached == Long.MAX_VALUE) {
                break;
            }
            all.add(reached);
            from = reached;
        }
        return new Sequence(values, all);
    }
}
