package dev.laurel.engine.revisions;

import org.jspecify.annotations.Nullable;

/**
 * How the present definition of a mechanic came to be. Two versions are enough of its history for
 * members who come back after any number of them.
 *
 * @param changed the version that changed it last
 * @param choice what becomes of progress from before that
 * @param restarted the last version that let it begin anew, 0 for none
 */
public record Revision(int changed, Choice choice, int restarted) {

    public Revision {
        if (changed < 1 || restarted < 0 || restarted > changed) {
            throw new IllegalArgumentException(
                    "Expected a restart by version 1 to %d or 0 for none, but it was %d."
                            .formatted(changed, restarted));
        }
    }

    /** What becomes of progress that was last brought up to a version; {@code null} for nothing. */
    @Nullable Choice since(int version) {
        if (restarted > version) {
            return Choice.RESTART;
        }
        return changed > version ? choice : null;
    }
}
