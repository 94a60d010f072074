package dev.laurel.scoring.adjustments;

import dev.laurel.scoring.ledger.MemberWallet;
import java.time.Instant;
import java.util.UUID;

/**
 * Points given or taken by hand.
 *
 * @param id its id
 * @param wallet whose points, and where
 * @param points positive to give, negative to take, never 0
 * @param reason why, for those who read it later
 * @param actor who did it
 * @param recordedAt when it was booked
 */
public record Adjustment(
        UUID id,
        MemberWallet wallet,
        long points,
        String reason,
        String actor,
        Instant recordedAt) {}
