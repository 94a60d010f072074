package dev.laurel.engine.traces;

import dev.laurel.engine.shares.Loss;
import dev.laurel.engine.state.DistinctValues;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.traces.EventTrace.Award;
import dev.laurel.engine.traces.EventTrace.Contribution;
import dev.laurel.engine.traces.EventTrace.Original;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes of an event with one more reversal of it. What came of its lines goes with them;
 * everything else goes by the share of the whole event.
 *
 * @param before the event before that reversal
 * @param after the event after it
 */
public record Losing(Original before, Original after) {

    /** What goes of the event as a whole. */
    public Loss loss() {
        return new Loss(before.all(), after.all());
    }

    /** What goes of points that it asked for. */
    public Loss of(Award award) {
        return loss(award.byLine());
    }

    private Loss loss(List<Long> byLine) {
        return new Loss(before.all(byLine), after.all(byLine));
    }

    /** What goes of what it added to a metric, {@code null} for nothing. */
    public @Nullable MetricCell of(Contribution contribution) {
        if (contribution.byLine().isEmpty()) {
            return contribution.amount().lost(loss());
        }
        if (contribution.amount() instanceof MetricCell.Distinct(DistinctValues values)) {
            return lost(values, contribution.byLine());
        }
        List<Long> byLine = contribution.byLine().stream().map(Losing::amount).toList();
        return contribution.amount().lost(loss(byLine));
    }

    private static long amount(MetricCell cell) {
        return cell instanceof MetricCell.Total(long amount) ? amount : 0;
    }

    private @Nullable MetricCell lost(DistinctValues values, List<MetricCell> byLine) {
        Set<String> lost = gone(after, values, byLine);
        lost.removeAll(gone(before, values, byLine));
        return lost.isEmpty()
                ? null
                : new MetricCell.Distinct(DistinctValues.once(lost.toArray(String[]::new)));
    }

    /** Values go when nothing is left of any line that they came of. */
    private static Set<String> gone(Original of, DistinctValues values, List<MetricCell> byLine) {
        if (of.all().isWhole()) {
            return all(values);
        }
        Set<String> gone = new HashSet<>();
        Set<String> left = new HashSet<>();
        for (int i = 0; i < byLine.size(); i++) {
            Set<String> into = of.lines().isUndone(i) ? gone : left;
            if (byLine.get(i) instanceof MetricCell.Distinct(DistinctValues ofLine)) {
                ofLine.forEach((value, _) -> into.add(value));
            }
        }
        gone.removeAll(left);
        gone.retainAll(all(values));
        return gone;
    }

    private static Set<String> all(DistinctValues values) {
        Set<String> all = new HashSet<>();
        values.forEach((value, _) -> all.add(value));
        return all;
    }
}
