package dev.laurel.crm.profiles;

import java.time.Instant;

/**
 * A badge that a member has or had.
 *
 * @param held whether the member has it
 * @param since when the event happened that made it so
 */
public record BadgeState(boolean held, Instant since) {}
