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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Metrics of which boards and tiers are told. They are told what these say, not what has been
 * added, so that who hears the same twice is none the wiser. Immutable.
 */
final class ToldMetrics {

    private final Map<String, Metric> told = new LinkedHashMap<>();
    private final Set<String> daily = new HashSet<>();

    /** Those of a program. */
    ToldMetrics(List<Leaderboard> boards, Tiers tiers, Map<String, Metric> metrics) {
        for (Leaderboard board : boards) {
            if (board.of() instanceof RankedBy.Metric(String id)) {
                add(id, metrics);
                if (board.period() != Leaderboard.Period.ALL_TIME) {
                    daily.add(id);
                }
            }
        }
        if (tiers.measure() instanceof Tiers.Measure.Metric(String id)) {
            add(id, metrics);
            daily.add(id);
        }
    }

    private void add(String id, Map<String, Metric> metrics) {
        Metric metric = metrics.get(id);
        if (metric != null) {
            told.put(id, metric);
        }
    }

    /** Whether it is told what a metric says of each day. */
    boolean isDaily(String metric) {
        return daily.contains(metric);
    }

    /** The ids of all of them, in the program's order: of boards, then of tiers. */
    Set<String> ids() {
        return told.keySet();
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
        if (told.isEmpty()) {
            return List.of();
        }
        Set<String> counted = ids(made);
        Set<String> changed = ids(moved);
        changed.addAll(afresh);
        List<MetricEffect> effects = new ArrayList<>();
        for (Metric metric : told.values()) {
            String id = metric.id();
            if (changed.contains(id)) {
                effects.add(
                        new MetricEffect(
                                id,
                                metric.millionths(draft.metric(MetricKey.ever(id))),
                                counted.contains(id),
                                afresh.contains(id),
                                days(metric, draft, afresh.contains(id), moved)));
            }
        }
        return effects;
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
