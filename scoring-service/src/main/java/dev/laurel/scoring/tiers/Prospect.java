package dev.laurel.scoring.tiers;

import dev.laurel.tiers.Course;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Step.Lowered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands on a day, and where that leads.
 *
 * @param tier the tier, {@code null} for none
 * @param since since when, {@code null} for a member who never had points or another tier
 * @param earned points in the window so far
 * @param next the next tier, {@code null} on the highest
 * @param fall what comes if nothing more is earned, {@code null} for nothing
 * @param invitation what holds the tier above what points reach, {@code null} for nothing
 */
public record Prospect(
        @Nullable Level tier,
        @Nullable LocalDate since,
        long earned,
        @Nullable Next next,
        @Nullable Fall fall,
        @Nullable Invitation invitation) {

    /**
     * What it takes to rise.
     *
     * @param tier the next tier
     * @param points so many more
     * @param before the day on which points of now begin to count for less and it takes more,
     *     {@code null} for never
     */
    public record Next(Level tier, long points, @Nullable LocalDate before) {}

    /**
     * What comes if nothing more is earned.
     *
     * @param on the day
     * @param to the tier then, {@code null} for none
     * @param points so many more before that day keep the tier that points reach
     */
    public record Fall(LocalDate on, @Nullable Level to, long points) {}

    static Prospect of(
            Ladder ladder,
            @Nullable Kept kept,
            Kept before,
            Earnings earnings,
            List<Invitation> invitations,
            LocalDate today,
            Instant now) {
        Ascent.Result result = Ascent.on(ladder, before, earnings, invitations, today, now);
        Course course = Course.from(ladder, earnings, result.after().standing());
        course.close();
        LocalDate day = result.after().standing().day();
        long earned = ladder.window().earned(earnings, day, day.plusDays(1));
        Integer shown = ladder.place(result.after().tier());
        int tier = shown == null ? course.level() : shown;
        return new Prospect(
                level(ladder, tier),
                kept == null && result.changes().isEmpty() ? null : result.after().since(),
                earned,
                next(ladder, tier, earned, earnings, day),
                fall(ladder, course, earnings, day),
                tier > course.level() ? holding(ladder, tier, invitations, day) : null);
    }

    private static @Nullable Level level(Ladder ladder, int place) {
        return place == Ladder.NONE ? null : ladder.levels().get(place);
    }

    private static @Nullable Next next(
            Ladder ladder, int tier, long earned, Earnings earnings, LocalDate day) {
        if (tier + 1 == ladder.levels().size()) {
            return null;
        }
        Level next = ladder.levels().get(tier + 1);
        return new Next(
                next,
                Math.max(1, ladder.takes(tier + 1) - earned),
                ladder.window().next(earnings, day, end -> end));
    }

    private static @Nullable Fall fall(
            Ladder ladder, Course course, Earnings earnings, LocalDate day) {
        if (!(course.next(Lowered.class) instanceof Lowered(LocalDate on, int from, int to))) {
            return null;
        }
        // Points count in the year that they are earned in, and in a window that still has them.
        LocalDate known = day.plusDays(1);
        long left =
                Math.min(
                        ladder.window().measure(earnings, on, known),
                        ladder.window().earned(earnings, on.minusDays(1), known));
        return new Fall(on, level(ladder, to), Math.max(1, ladder.takes(from) - left));
    }

    private static @Nullable Invitation holding(
            Ladder ladder, int tier, List<Invitation> invitations, LocalDate day) {
        Invitation holding = null;
        for (Invitation invitation : invitations) {
            Integer place = ladder.place(invitation.tier());
            if (invitation.holdsOn(day) && place != null && place == tier) {
                holding = longer(holding, invitation);
            }
        }
        return holding;
    }

    private static Invitation longer(@Nullable Invitation one, Invitation other) {
        if (one == null) {
            return other;
        }
        LocalDate until = one.until();
        LocalDate otherUntil = other.until();
        boolean longer = until != null && (otherUntil == null || otherUntil.isAfter(until));
        return longer ? other : one;
    }
}
