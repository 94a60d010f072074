package dev.laurel.members.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a time in a team, which lasts until the next one begins.
 *
 * @param team the team's id, {@code null} for a time without a team
 * @param from when it began
 */
public record Membership(@Nullable String team, Instant from) {}
