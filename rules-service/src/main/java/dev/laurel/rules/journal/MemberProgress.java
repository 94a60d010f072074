package dev.laurel.rules.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands.
 *
 * @param challenges progress by challenge, as far as there was any
 * @param streaks streaks by id, as they stood at their last activity
 * @param lastActivity time of the latest event that was decided for the member
 */
public record MemberProgress(
        Map<String, ChallengeProgress> challenges,
        Map<String, StreakProgress> streaks,
        Instant lastActivity) {

    /**
     * Where a member stands with one challenge.
     *
     * @param steps the measure by step
     * @param completed whether it is complete
     * @param occurrence the first day of the time that this is about, {@code null} for a challenge
     *     that does not repeat with the calendar
     * @param completions how often it is complete, {@code null} where {@code completed} says all
     * @param team the team whose progress the steps are, {@code null} for that of the member alone
     */
    public record ChallengeProgress(
            Map<String, Double> steps,
            boolean completed,
            @Nullable LocalDate occurrence,
            @Nullable Integer completions,
            @Nullable String team) {

        /** Of a challenge that the member does alone. */
        public ChallengeProgress(
                Map<String, Double> steps,
                boolean completed,
                @Nullable LocalDate occurrence,
                @Nullable Integer completions) {
            this(steps, completed, occurrence, completions, null);
        }
    }

    /**
     * Where a member stands with one streak.
     *
     * @param length how many periods it has
     * @param longest the most that it ever had
     * @param freezes how many freezes are in hand
     * @param since the first day of its first period
     * @param last the first day of its last period
     * @param deadlines when periods without activity end: each that passes takes a freeze, and the
     *     last one ends the streak
     */
    public record StreakProgress(
            int length,
            int longest,
            int freezes,
            @Nullable LocalDate since,
            @Nullable LocalDate last,
            List<Instant> deadlines) {}
}
