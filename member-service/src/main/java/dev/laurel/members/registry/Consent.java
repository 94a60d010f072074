package dev.laurel.members.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member agreed to or refused, with what proves it. The proof stays in the registry: a topic
 * has only whether.
 *
 * @param given whether the member agreed
 * @param at when the member said so
 * @param source where, such as the name of a form; {@code null} when nobody told
 */
public record Consent(boolean given, Instant at, @Nullable String source) {}
