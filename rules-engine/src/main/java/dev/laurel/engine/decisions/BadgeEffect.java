package dev.laurel.engine.decisions;

import java.util.UUID;

/**
 * A badge to issue or revoke.
 *
 * @param id UUIDv5 of program, member, badge, change and how often that has happened
 * @param badge the badge's id
 * @param change what to do
 * @param cause the mechanic that asks for it, a badge's own condition, a challenge or a streak
 */
public record BadgeEffect(UUID id, String badge, Change change, Cause cause) {

    /** What happens to a badge. */
    public enum Change {
        ISSUED,
        REVOKED
    }
}
