package dev.laurel.rules.programs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty program.
 *
 * @param program its id, in every key, row and URL
 * @param name what people call it
 * @param liveVersion the version in force, {@code null} before the first publication
 * @param createdAt when it was created
 */
public record Program(
        String program, String name, @Nullable Integer liveVersion, Instant createdAt) {}
