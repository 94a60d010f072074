package dev.laurel.contracts.badges;

import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * A badge was issued to a member or revoked.
 *
 * @param award the award's id: UUIDv5 of program, member and badge, the same for ever
 * @param program the program
 * @param member the member, also in the record's key
 * @param sequence counts the member's badge changes in this program from 1 without gaps, in order
 * @param badge the badge's id
 * @param change whether the member has it after this
 * @param cause the mechanic that asked for it
 * @param decision the decision that it came from
 * @param version the program version of that decision
 * @param time when the event behind it happened
 * @param recordedAt when it was stored
 */
public record BadgeChange(
        UUID award,
        String program,
        String member,
        long sequence,
        String badge,
        BadgeEffect.Change change,
        Cause cause,
        UUID decision,
        int version,
        Instant time,
        Instant recordedAt) {}
