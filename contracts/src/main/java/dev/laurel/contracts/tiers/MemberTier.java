package dev.laurel.contracts.tiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tier that a member has, told when it changed or when it will. A member of whom nothing was
 * told has the lowest one that takes no points, or none.
 *
 * @param program the program
 * @param member the member, also in the record's key
 * @param revision counts what was told of the member in this program, from 1 without gaps
 * @param tier the tier's id, {@code null} for none
 * @param previous the tier before the change; the same as {@code tier} when nothing has changed yet
 * @param change what happened
 * @param day when, in the program's time zone
 * @param invited whether somebody gave the tier, instead of points
 * @param fall what comes if not enough is earned, with {@link Change#WARNED}; {@code null}
 *     otherwise
 * @param recordedAt when it became known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberTier(
        String program,
        String member,
        long revision,
        @Nullable String tier,
        @Nullable String previous,
        Change change,
        LocalDate day,
        boolean invited,
        @Nullable Fall fall,
        Instant recordedAt) {

    /** What can happen. */
    public enum Change {
        RAISED,
        LOWERED,
        /** Nothing has changed yet. */
        WARNED
    }

    /**
     * The loss of a tier.
     *
     * @param on the day
     * @param to the tier after it, {@code null} for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fall(LocalDate on, @Nullable String to) {}
}
