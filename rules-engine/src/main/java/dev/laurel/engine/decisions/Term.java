package dev.laurel.engine.decisions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When points can be used.
 *
 * @param activates from then on; before, they are pending
 * @param expires until then, exclusive; {@code null} for ever
 */
public record Term(Instant activates, @Nullable Instant expires) {}
