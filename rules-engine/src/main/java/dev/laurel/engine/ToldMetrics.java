package dev.laurel.engine;

import dev.laurel.engine.decisions.MetricEffect;
import dev.laurel.engine.leaderboards.Leaderboard;
import dev.laurel.engine.leaderboards.RankedBy;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import dev.laurel.engine.tiers.Tiers;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Metrics of which boards and tiers are told. They are told what these say, not what has been
 * added, so that who hears the same twice is none the wiser. What they were told under one version
 * of the program they keep under those that tell nothing; so they are told when that changes,
 * whatever the version in force says of boards and tiers. Immutable.
 */
final class ToldMetrics {

    private final Map<String, Metric> metrics;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> daily = new HashSet<>();

    /** Those of a program. */
    ToldMetrics(List<Leaderboard> boards, Tiers tiers, Map<String, Metric> metrics) {
        this.metrics = metrics;
        for (Leaderboard board : boards) {
            if (board.of() instanceof RankedBy.Metric(String id)) {
                add(id);
                if (board.period() != Leaderboard.Period.ALL_TIME) {
                    daily.add(id);
                }
            }
        }
        if (tiers.measure() instanceof Tiers.Measure.Metric(String id)) {
            add(id);
            daily.add(id);
        }
    }

    private void add(String id) {
        if (metrics.containsKey(id)) {
            told.add(id);
        }
    }

    /** Whether it is told what a metric says of each day. */
    boolean isDaily(String metric) {
        return daily.contains(metric);
    }

    /**
     * What is to be told.
     *
     * @param afresh metrics that have begun anew
     * @param moved what was added to metrics or taken from them
     * @param made what of that the event itself added
     */
    List<MetricEffect> effects(
            Draft draft,
            Set<String> afresh,
            Collection<Contribution> moved,
            Collection<Contribution> made) {
        Set<String> changed = changed(afresh, moved);
        if (changed.isEmpty()) {
            return List.of();
        }
        Set<String> counted = ids(made);
        List<MetricEffect> effects = new ArrayList<>();
        for (String id : changed) {
            Metric metric = metrics.get(id);
            boolean anew = afresh.contains(id);
            if (anew && !told.contains(id)) {
                // Whatever it says by now, nobody is told of it, nor has been since it began anew.
                effects.add(new MetricEffect(id, 0, false, true, List.of()));
            } else if (metric != null) {
                effects.add(
                        new MetricEffect(
                                id,
                                metric.millionths(draft.metric(MetricKey.ever(id))),
                                counted.contains(id),
                                anew,
                                days(metric, draft, anew, moved)));
            }
        }
        return effects;
    }

    /**
     * Those that are told and have changed, in the program's order, of boards, then of tiers; then
     * those that are not told now, but may have been.
     */
    private Set<String> changed(Set<String> afresh, Collection<Contribution> moved) {
        Set<String> changed = new LinkedHashSet<>();
        if (!told.isEmpty()) {
            Set<String> touched = ids(moved);
            touched.addAll(afresh);
            told.stream().filter(touched::contains).forEach(changed::add);
        }
        changed.addAll(afresh);
        for (Contribution contribution : moved) {
            for (MetricKey key : contribution.cells()) {
                if (key.scope() == Scope.BOARD_DAY) {
                    changed.add(key.metric());
                }
            }
        }
        return changed;
    }

    private static List<MetricEffect.Day> days(
            Metric metric, Draft draft, boolean all, Collection<Contribution> moved) {
        Set<Long> days = new TreeSet<>();
        for (Contribution contribution : moved) {
            for (MetricKey key : contribution.cells()) {
                if (key.scope() == Scope.BOARD_DAY && key.metric().equals(metric.id())) {
                    days.add(key.index());
                }
            }
        }
        if (all) {
            days.addAll(draft.series(metric.id(), Scope.BOARD_DAY, "").keySet());
        }
        return days.stream()
                .map(LocalDate::ofEpochDay)
                .map(day ->
                        new MetricEffect.Day(
                                day,
                                metric.millionths(
                                        draft.metric(MetricKey.boardDay(metric.id(), day)))))
                .toList();
    }

    /**
     * Lets go of days that nothing can change any more: they have been told of.
     *
     * @param changed metrics that have just changed
     * @param closed whether nothing can happen any more on a day, unless it is imported
     * @param since the first day, in UTC, that imports cannot reach back to once it is closed
     */
    void compact(Draft draft, Set<String> changed, Predicate<LocalDate> closed, LocalDate since) {
        for (String metric : changed) {
            if (isDaily(metric)) {
                draft.series(metric, Scope.BOARD_DAY, "").keySet().stream()
                        .map(LocalDate::ofEpochDay)
                        .filter(day -> day.isAfter(since) && closed.test(day))
                        .forEach(day -> draft.forget(MetricKey.boardDay(metric, day)));
            }
        }
    }

    private static Set<String> ids(Collection<Contribution> contributions) {
        Set<String> ids = new HashSet<>();
        contributions.forEach(each -> ids.add(each.cells().getFirst().metric()));
        return ids;
    }
}
