package dev.laurel.leaderboards.seals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that would have counted on a board, but came after it was sealed.
 *
 * @param number counts corrections of all boards, with gaps
 * @param posting the posting in the ledger
 * @param competitor the member, or the team, whose score it would have changed
 * @param points by how much
 * @param cause what asked for them, such as {@code rule:give-back}
 * @param decision the decision that they came from, {@code null} for none
 * @param time when the event behind it happened
 * @param bookedAt when it was booked
 * @param countedAt when it was found to be too late
 */
public record Correction(
        long number,
        UUID posting,
        String competitor,
        long points,
        String cause,
        @Nullable UUID decision,
        Instant time,
        Instant bookedAt,
        Instant countedAt) {}
