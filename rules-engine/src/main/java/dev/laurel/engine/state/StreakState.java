package dev.laurel.engine.state;

import dev.laurel.engine.periods.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a member's streak: when it was kept up, from which all else follows, and what
 * has been paid for it.
 *
 * @param every the kind of its periods
 * @param zone the id of the member's zone when activity was last noted, empty where periods are not
 *     of the member's zone or no activity was noted
 * @param active the periods with activity
 * @param skipped days that the member leapt over by changing zones
 * @param paid what has been paid, by the length that a milestone is at
 */
public record StreakState(
        Period every,
        String zone,
        ActivePeriods active,
        SortedSet<Long> skipped,
        Map<Integer, Paid> paid) {

    /**
     * What has been paid for a milestone.
     *
     * @param times how often it has ever been paid, what was taken back included
     * @param given what was paid and not taken back, oldest first
     * @param kept how many of these stand whatever the present definition says, as an earlier one
     *     had paid them; until activity is undone
     */
    public record Paid(int times, List<Given> given, int kept) {

        public static final Paid NEVER = new Paid(0, List.of(), 0);

        public Paid {
            given = List.copyOf(given);
        }
    }

    /**
     * One payment.
     *
     * @param nth the how manieth of its milestone, from 1
     * @param points points per wallet
     * @param badge the badge that it gave
     */
    public record Given(int nth, Map<String, Long> points, @Nullable String badge) {

        public Given {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        }

        /** The same again. */
        Given next() {
            return new Given(nth + 1, points, badge);
        }
    }

    public StreakState {
        skipped = Collections.unmodifiableSortedSet(new TreeSet<>(skipped));
        paid = Collections.unmodifiableMap(new TreeMap<>(paid));
    }

    /** A streak of which nothing is known. */
    public static StreakState begin(Period every) {
        return new StreakState(
                every, "", ActivePeriods.NONE, Collections.emptySortedSet(), Map.of());
    }

    /** A streak of other periods, for which nothing has been paid yet. */
    public StreakState restarted(Period other) {
        Map<Integer, Paid> kept = new TreeMap<>();
        paid.forEach(
                (milestone, each) -> kept.put(milestone, new Paid(each.times(), List.of(), 0)));
        return new StreakState(other, "", ActivePeriods.NONE, Collections.emptySortedSet(), kept);
    }

    /** The same with all payments standing whatever the definition says. */
    public StreakState keptAsItStands() {
        return keeping(each -> each.given().size());
    }

    /** The same with payments standing only as far as the definition says so. */
    public StreakState keepingNone() {
        return keeping(each -> 0);
    }

    private StreakState keeping(ToIntFunction<Paid> payments) {
        Map<Integer, Paid> kept = new TreeMap<>();
        paid.forEach((milestone, each) ->
                kept.put(
                        milestone,
                        new Paid(each.times(), each.given(), payments.applyAsInt(each))));
        return withPaid(kept);
    }

    /** The same with other activity. */
    public StreakState withActive(ActivePeriods other) {
        return new StreakState(every, zone, other, skipped, paid);
    }

    /** The same with other payments. */
    public StreakState withPaid(Map<Integer, Paid> other) {
        return new StreakState(every, zone, active, skipped, other);
    }

    /** The same in another zone, with days that were leapt over on the way. */
    public StreakState moved(String other, SortedSet<Long> leaptOver) {
        SortedSet<Long> all = new TreeSet<>(skipped);
        all.addAll(leaptOver);
        return new StreakState(every, other, active, all, paid);
    }

    public Paid paid(int milestone) {
        return paid.getOrDefault(milestone, Paid.NEVER);
    }

    /** Whether there is nothing to keep. */
    public boolean isEmpty() {
        return active.size() == 0 && paid.isEmpty();
    }
}
