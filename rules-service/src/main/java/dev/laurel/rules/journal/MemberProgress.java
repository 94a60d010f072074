package dev.laurel.rules.journal;

import java.time.Instant;
import java.util.Map;

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
     */
    public record ChallengeProgress(Map<String, Double> steps, boolean completed) {}
}
