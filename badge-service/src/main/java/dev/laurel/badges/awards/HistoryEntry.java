package dev.laurel.badges.awards;

import java.time.Instant;

/**
 * One change of an award.
 *
 * @param sequence number of the member's change, see {@link AwardChange#sequence}
 * @param change what was done: of a badge that is issued for several things one may be revoked
 *     while others stay
 * @param status what the award was after it
 * @param origin why, by which decision, and when that happened
 * @param recordedAt when it was stored
 */
public record HistoryEntry(
        long sequence, Status change, Status status, Origin origin, Instant recordedAt) {}
