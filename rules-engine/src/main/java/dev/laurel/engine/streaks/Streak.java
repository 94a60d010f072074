package dev.laurel.engine.streaks;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.Trigger;
import dev.laurel.engine.periods.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Periods with activity, one after the other.
 *
 * @param id its id
 * @param name what people call it
 * @param activities what makes a period active
 * @param every the kind of period
 * @param milestones what it pays, by ascending length
 * @param freezes what bridges periods without activity
 * @param pauses periods that are not asked for
 * @param zone where its periods begin, {@code null} for each member's own zone
 * @param again whether every run pays a milestone that it reaches, or only the first one
 * @param takenBack whether a milestone that is no longer reached is taken back
 */
public record Streak(
        String id,
        String name,
        List<Activity> activities,
        Period every,
        List<Milestone> milestones,
        Freezes freezes,
        Pauses pauses,
        @Nullable ZoneId zone,
        boolean again,
        boolean takenBack) {

    public Streak {
        activities = List.copyOf(activities);
        milestones = List.copyOf(milestones);
    }

    /**
     * Events that make a period active.
     *
     * @param streak the streak's id
     * @param trigger which events
     * @param day gives a day of the period, {@code null} for when the event happened
     */
    public record Activity(String streak, Trigger trigger, @Nullable Expression day) {}

    /**
     * What a run pays once it is long enough.
     *
     * @param length how many periods it needs
     * @param points points per wallet
     * @param badge the badge that it gives
     */
    public record Milestone(int length, Map<String, Long> points, @Nullable String badge) {

        public Milestone {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        }
    }

    /**
     * Freezes, of which a period without activity takes one instead of ending the run.
     *
     * @param earnEvery one is earned by so many periods with activity while fewer than {@code max}
     *     are in hand; 0 where none can be earned
     * @param max how many can be in hand
     */
    public record Freezes(int earnEvery, int max) {

        public static final Freezes NONE = new Freezes(0, 0);
    }
}
