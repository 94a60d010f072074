package dev.laurel.scoring.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points to give or to take.
 *
 * @param effect the effect's id: booked once, however often it is asked for
 * @param wallet the wallet
 * @param points positive to give, negative to take, never 0
 * @param cause the mechanic that asks for it
 * @param origin where it comes from when that is not where the instruction does, {@code null}
 *     otherwise
 */
public record Move(UUID effect, String wallet, long points, Cause cause, @Nullable Origin origin) {

    /** A move that comes from where its instruction does. */
    public Move(UUID effect, String wallet, long points, Cause cause) {
        this(effect, wallet, points, cause, null);
    }

    public Move {
        // The opposite of the smallest long is none.
        if (points == 0 || points == Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "Expected points from %d to %d other than 0, but they were %d."
                            .formatted(-Long.MAX_VALUE, Long.MAX_VALUE, points));
        }
    }
}
