package dev.laurel.contracts.decisions;

import java.util.UUID;

/**
 * A badge to issue or revoke.
 *
 * @param id UUIDv5 of what caused it, different for each time that a badge is issued or revoked
 * @param badge the badge's id
 * @param change what to do
 * @param cause the mechanic that asks for it
 */
public record BadgeEffect(UUID id, String badge, Change change, Cause cause) {

    /** What happens to a badge. */
    public enum Change {
        ISSUED,
        REVOKED
    }
}
