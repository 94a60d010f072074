package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Step.Window;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.periods.Retention;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of cells that nothing can change any more and that no step needs: of periods, all but
 * those that make a step's value; of moments, those between which nothing was reached become one.
 * No step comes to anything else by it.
 */
public final class Compaction {

    private final Draft draft;
    private final Map<String, Metric> metrics;
    private final Predicate<LocalDate> closed;
    private final LocalDate since;

    /**
     * For a member.
     *
     * @param closed whether nothing can happen any more on a day and those before it, unless it is
     *     imported
     * @param since the first day that imports cannot reach back to once it is closed
     */
    public Compaction(
            Draft draft,
            Map<String, Metric> metrics,
            Predicate<LocalDate> closed,
            LocalDate since) {
        this.draft = draft;
        this.metrics = metrics;
        this.closed = closed;
        this.since = since;
    }

    /** Lets go of cells of a challenge. */
    public void compact(Challenge challenge) {
        Map<String, List<Window>> windows =
                challenge.measuredSteps().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Step.Measured::metric,
                                        Collectors.mapping(
                                                Step.Measured::window, Collectors.toList())));
        windows.forEach((metric, each) -> periods(challenge, metric, each));
        if (challenge.inSequence()) {
            SortedSet<Long> reached = Sequence.of(challenge, metrics, draft).reached();
            windows.keySet().forEach(metric -> moments(challenge, metric, reached));
        }
    }

    private void periods(Challenge challenge, String metric, List<Window> windows) {
        Period occurrences = challenge.repeat().period();
        if (occurrences != null) {
            drop(challenge, metric, Scope.OCCURRENCE, occurrences, Set.of());
        }
        Set<Period> calendars = new HashSet<>();
        List<Integer> rolling = new ArrayList<>();
        for (Window window : windows) {
            switch (window) {
                case Window.Calendar(Period period) -> calendars.add(period);
                case Window.Rolling(int days) -> rolling.add(days);
                case Window.Challenge _, Window.Ever _ -> {}
            }
        }
        if (!rolling.isEmpty()) {
            calendars.add(Period.DAY);
        }
        for (Period period : calendars) {
            Scope scope = Scope.of(period);
            SortedMap<Long, MetricCell> cells = closed(challenge, metric, scope, period);
            Set<Long> needed = new HashSet<>(highest(metric, cells));
            if (period == Period.DAY) {
                rolling.forEach(days -> needed.addAll(rolling(metric, cells, days)));
            }
            drop(challenge, metric, scope, period, needed);
        }
    }

    private SortedMap<Long, MetricCell> closed(
            Challenge challenge, String metric, Scope scope, Period period) {
        SortedMap<Long, MetricCell> cells = new TreeMap<>();
        draft.series(metric, scope, challenge.id())
                .forEach((index, cell) -> {
                    if (isSettled(period, index)) {
                        cells.put(index, cell);
                    }
                });
        return cells;
    }

    private boolean isSettled(Period period, long index) {
        LocalDate last = period.lastDay(index);
        return last != null && closed.test(last) && !period.firstDay(index).isBefore(since);
    }

    private void drop(
            Challenge challenge, String metric, Scope scope, Period period, Set<Long> needed) {
        for (long index : closed(challenge, metric, scope, period).keySet()) {
            if (!needed.contains(index)) {
                draft.forget(new MetricKey(metric, scope, challenge.id(), index));
            }
        }
    }

    private List<Long> highest(String id, SortedMap<Long, MetricCell> cells) {
        Metric metric = Objects.requireNonNull(metrics.get(id));
        return cells.entrySet().stream()
                .max(
                        Map.Entry.comparingByValue(
                                java.util.Comparator.comparingDouble(metric::value)))
                .map(highest -> List.of(highest.getKey()))
                .orElse(List.of());
    }

    /**
     * The days of the highest of all windows that have closed, those that windows to come still
     * contain, and those that count against something.
     */
    private Set<Long> rolling(String id, SortedMap<Long, MetricCell> cells, int days) {
        Metric metric = Objects.requireNonNull(metrics.get(id));
        Set<Long> needed = new HashSet<>();
        double highest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Long, MetricCell> last : cells.entrySet()) {
            SortedMap<Long, MetricCell> window =
                    cells.subMap(last.getKey() - days + 1, last.getKey() + 1);
            double value = metric.value(sum(window));
            if (value > highest) {
                highest = value;
                needed.clear();
                needed.addAll(window.keySet());
            }
        }
        cells.forEach((day, cell) -> {
            boolean recent = !closed.test(LocalDate.ofEpochDay(day).plusDays(days));
            if (recent || metric.value(cell) < 0) {
                needed.add(day);
            }
        });
        return needed;
    }

    private static @Nullable MetricCell sum(SortedMap<Long, MetricCell> window) {
        @Nullable MetricCell sum = null;
        for (MetricCell cell : window.values()) {
            sum = sum == null ? cell : sum.plus(cell);
        }
        return sum;
    }

    private void moments(Challenge challenge, String metric, SortedSet<Long> reached) {
        @Nullable MetricKey before = null;
        for (Map.Entry<Long, MetricCell> moment :
                draft.series(metric, Scope.MOMENT, challenge.id()).entrySet()) {
            long time = moment.getKey();
            MetricKey key = new MetricKey(metric, Scope.MOMENT, challenge.id(), time);
            LocalDate day = Retention.utc(Instant.ofEpochMilli(time));
            if (reached.contains(time) || !closed.test(day) || day.isBefore(since)) {
                before = null;
                continue;
            }
            if (before != null && reached.subSet(before.index(), time).isEmpty()) {
                MetricCell sum = Objects.requireNonNull(draft.metric(before));
                draft.forget(before);
                draft.metric(key, sum.plus(moment.getValue()));
            }
            before = key;
        }
    }
}
