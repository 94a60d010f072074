package dev.laurel.engine.decisions;

import java.util.UUID;

/**
 * Points to move between the beneficiary and the platform.
 *
 * @param id UUIDv5 of what caused it: the same cause decided again collides instead of paying twice
 * @param wallet the wallet's id
 * @param points positive to give, negative to take, never zero
 * @param cause the mechanic that asks for it, such as a rule or a challenge
 */
public record PointsEffect(UUID id, String wallet, long points, Cause cause) {

    public PointsEffect {
        if (points == 0) {
            throw new IllegalArgumentException("Expected points other than 0, but they were 0.");
        }
    }
}
