package dev.laurel.engine.decisions;

import dev.laurel.engine.events.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points to move between the beneficiary and the platform.
 *
 * @param id UUIDv5 of what caused it: the same cause decided again collides instead of paying twice
 * @param wallet the wallet's id
 * @param points positive to give, negative to take, never zero
 * @param cause the mechanic that asks for it, such as a rule or a challenge
 * @param reversal the event that moves them when that is not the one that was decided on but a
 *     reversal of it that had come before; {@code null} otherwise
 * @param team the team that they count for besides the member, {@code null} for none
 */
public record PointsEffect(
        UUID id,
        String wallet,
        long points,
        Cause cause,
        @Nullable Event reversal,
        @Nullable String team) {

    public PointsEffect {
        if (points == 0) {
            throw new IllegalArgumentException("Expected points other than 0, but they were 0.");
        }
    }

    /** Points that the event moves that was decided on, of a member without a team. */
    public PointsEffect(UUID id, String wallet, long points, Cause cause) {
        this(id, wallet, points, cause, null, null);
    }

    /** The same points, for a team as well. */
    public PointsEffect in(@Nullable String which) {
        return which == null ? this : new PointsEffect(id, wallet, points, cause, reversal, which);
    }
}
