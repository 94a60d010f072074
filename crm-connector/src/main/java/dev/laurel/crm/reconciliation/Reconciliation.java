package dev.laurel.crm.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of some linked contacts with what they are to be.
 *
 * @param number counts those of the connection, from 1
 * @param repairing whether contacts that drifted are written again
 * @param sample members that it is about
 * @param compared of them, those that were compared
 * @param skipped of them, those of whom nothing can be said: a change is on its way, they have no
 *     contact any more or do not consent
 * @param drifted of those compared, the ones whose contact is another than it is to be, or gone
 * @param trouble why it does not go on, {@code ""} when it does
 * @param endedAt {@code null} while it is running
 */
public record Reconciliation(
        long number,
        boolean repairing,
        long sample,
        long compared,
        long skipped,
        long drifted,
        String trouble,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Members that one can be about. */
    public static final int LARGEST_SAMPLE = 1_000_000;
}
