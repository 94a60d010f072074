package dev.laurel.rules.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands.
 *
 * @param challenges progress by challenge, as far as there was any
 * @param lastActivity time of the latest event that was decided for the member
 */
public record MemberProgress(Map<String, ChallengeProgress> challenges, Instant lastActivity) {

    /**
     * Where a member stands with one challenge.
     *
     * @param steps the measure by step
     * @param completed whether it is complete
     * @param occurrence the first day of the time that this is about, {@code null} for a challenge
     *     that does not repeat with the calendar
     * @param completions how often it is complete, {@code null} where {@code completed} says all
     */
    public record ChallengeProgress(
            Map<String, Double> steps,
            boolean completed,
            @Nullable LocalDate occurrence,
            @Nullable Integer completions) {}
}
