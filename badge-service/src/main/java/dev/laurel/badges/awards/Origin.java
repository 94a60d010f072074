package dev.laurel.badges.awards;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a change of an award comes from.
 *
 * @param causeKind kind of the mechanic that asked for it, such as {@code CHALLENGE}
 * @param causeId the mechanic's id in the program
 * @param decision the decision that it came from
 * @param version the program version of that decision
 * @param time when the event behind it happened
 */
public record Origin(String causeKind, String causeId, UUID decision, int version, Instant time) {}
