package dev.laurel.scoring.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What one call of a job did.
 *
 * @param items how many things it changed, for the operator
 * @param next where the next portion begins, {@code null} when nothing is left to do
 */
public record Portion(long items, @Nullable String next) {

    /** The last portion of a night. */
    public static Portion last(long items) {
        return new Portion(items, null);
    }
}
