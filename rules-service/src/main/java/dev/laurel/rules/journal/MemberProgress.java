package dev.laurel.rules.journal;

import dev.laurel.rules.programs.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands.
 *
 * @param challenges progress by challenge, as far as there was any
 * @param streaks streaks by id, as they stood at their last activity
 * @param lastActivity time of the latest event that was decided for the member, but for what the
 *     platform itself tells of
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
     * @param version the version of the program that said so, {@code null} when that is not known
     * @param place whether the member is among the first who get its award: {@code asked}, {@code
     *     won} or {@code all-taken}; {@code null} where the award does not depend on that
     */
    public record ChallengeProgress(
            Map<String, Double> steps,
            boolean completed,
            @Nullable LocalDate occurrence,
            @Nullable Integer completions,
            @Nullable String team,
            @Nullable Integer version,
            @Nullable String place) {

        /** Of a challenge of which everybody gets the award who completes it. */
        public ChallengeProgress(
                Map<String, Double> steps,
                boolean completed,
                @Nullable LocalDate occurrence,
                @Nullable Integer completions,
                @Nullable String team,
                @Nullable Integer version) {
            this(steps, completed, occurrence, completions, team, version, null);
        }

        /** Of a challenge that the member does alone. */
        public ChallengeProgress(
                Map<String, Double> steps,
                boolean completed,
                @Nullable LocalDate occurrence,
                @Nullable Integer completions,
                @Nullable Integer version) {
            this(steps, completed, occurrence, completions, null, version);
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
     * @param version the version of the program that said so, {@code null} when that is not known
     */
    public record StreakProgress(
            int length,
            int longest,
            int freezes,
            @Nullable LocalDate since,
            @Nullable LocalDate last,
            List<Instant> deadlines,
            @Nullable Integer version) {}

    /**
     * The same without what a later version has let begin anew: the rules find that out with the
     * member's next event.
     *
     * @param revisions those that led to the version in force
     */
    public MemberProgress since(Map<String, Revision> revisions) {
        if (revisions.isEmpty()) {
            return this;
        }
        Map<String, ChallengeProgress> ofChallenges = new HashMap<>(challenges);
        ofChallenges
                .entrySet()
                .removeIf(each ->
                        hasRestarted(
                                "challenge:" + each.getKey(),
                                each.getValue().version(),
                                revisions));
        Map<String, StreakProgress> ofStreaks = new HashMap<>(streaks);
        ofStreaks
                .entrySet()
                .removeIf(each ->
                        hasRestarted(
                                "streak:" + each.getKey(), each.getValue().version(), revisions));
        return new MemberProgress(ofChallenges, ofStreaks, lastActivity);
    }

    private static boolean hasRestarted(
            String mechanic, @Nullable Integer version, Map<String, Revision> revisions) {
        Revision revision = revisions.get(mechanic);
        return revision != null && (version == null ? 0 : version) < revision.restarted();
    }
}
