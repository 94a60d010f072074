package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * When a member's activity keeps points of one wallet from expiring: spans of time that do not
 * overlap, each from an activity to the end of what the last one in it gives. They only grow, so it
 * makes no difference in which order activity is told. Not thread-safe.
 */
public final class Activity {

    private final NavigableMap<Instant, Instant> runs = new TreeMap<>();
    private final Set<Instant> kept = new HashSet<>();
    private final Set<Instant> changed = new HashSet<>();

    /**
     * A span.
     *
     * @param since the first activity in it
     * @param until its end, exclusive
     */
    public record Run(Instant since, Instant until) {}

    /** Spans as they were kept. */
    public static Activity of(Collection<Run> kept) {
        Activity activity = new Activity();
        kept.forEach(run -> activity.runs.put(run.since(), run.until()));
        activity.kept.addAll(activity.runs.keySet());
        return activity;
    }

    Activity copy() {
        Activity copy = new Activity();
        copy.runs.putAll(runs);
        copy.kept.addAll(kept);
        copy.changed.addAll(changed);
        return copy;
    }

    /** Adds that the member was active; says whether that was news. */
    boolean add(Instant at, Instant until) {
        Instant since = at;
        Instant end = until;
        Map.Entry<Instant, Instant> before = runs.floorEntry(at);
        if (before != null && before.getValue().isAfter(at)) {
            if (!until.isAfter(before.getValue())) {
                return false;
            }
            since = before.getKey();
        }
        NavigableMap<Instant, Instant> joined = runs.subMap(since, true, until, false);
        for (Instant other : joined.values()) {
            end = end.isBefore(other) ? other : end;
        }
        joined.clear();
        runs.put(since, end);
        changed.add(since);
        return true;
    }

    /** When points really end that would end at an instant if there was no activity. */
    Instant end(Instant otherwise) {
        Map.Entry<Instant, Instant> run = runs.lowerEntry(otherwise);
        return run != null && run.getValue().isAfter(otherwise) ? run.getValue() : otherwise;
    }

    /** Spans that are not as they were kept. */
    public List<Run> changed() {
        return changed.stream()
                .filter(runs::containsKey)
                .map(since -> new Run(since, runs.getOrDefault(since, since)))
                .toList();
    }

    /** The beginnings of spans that were kept and are part of others now. */
    public List<Instant> gone() {
        return kept.stream().filter(since -> !runs.containsKey(since)).toList();
    }
}
