package dev.laurel.scoring.ledger;

import java.util.UUID;

/**
 * Points to give or to take.
 *
 * @param effect the effect's id: booked once, however often it is asked for
 * @param wallet the wallet
 * @param points positive to give, negative to take, never 0
 * @param cause the mechanic that asks for it
 */
public record Move(UUID effect, String wallet, long points, Cause cause) {

    public Move {
        // The opposite of the smallest long is none.
        if (points == 0 || points == Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "Expected points from %d to %d other than 0, but they were %d."
                            .formatted(-Long.MAX_VALUE, Long.MAX_VALUE, points));
        }
    }
}
