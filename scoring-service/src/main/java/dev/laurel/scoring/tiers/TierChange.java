package dev.laurel.scoring.tiers;

import dev.laurel.scoring.ledger.Member;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member is told about the tier.
 *
 * @param member who
 * @param revision counts what the member was told, from 1 without gaps
 * @param kind what happened
 * @param day on which day
 * @param from the tier before, {@code null} for none
 * @param to the tier now, or the one that a warning is about; {@code null} for none
 * @param falls the day of the fall that a warning is about, {@code null} otherwise
 * @param invited whether the tier now is held by an invitation and not by points
 * @param recordedAt when it became known
 */
public record TierChange(
        Member member,
        long revision,
        Kind kind,
        LocalDate day,
        @Nullable String from,
        @Nullable String to,
        @Nullable LocalDate falls,
        boolean invited,
        Instant recordedAt) {

    /** What can happen. */
    public enum Kind {
        RAISED,
        LOWERED,
        /** Nothing has changed yet. */
        WARNED
    }
}
