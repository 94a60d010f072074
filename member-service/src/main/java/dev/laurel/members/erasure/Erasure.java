package dev.laurel.members.erasure;

import dev.laurel.members.registry.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the erasure of a member is. In the registry everything is gone from the first moment.
 *
 * @param requestedAt when somebody asked for it first
 * @param takenAt when the connector to the CRMs took it over, {@code null} before
 * @param clearedAt when no contact in a CRM had anything of the member any more, {@code null}
 *     before
 */
public record Erasure(
        MemberId id, Instant requestedAt, @Nullable Instant takenAt, @Nullable Instant clearedAt) {

    /** What is still to be done. */
    public enum State {
        /** The connector to the CRMs has not heard of it. */
        REQUESTED,
        /** It clears the member's contacts. */
        CLEARING,
        /** Nothing. */
        ERASED
    }

    public State state() {
        if (clearedAt != null) {
            return State.ERASED;
        }
        return takenAt == null ? State.REQUESTED : State.CLEARING;
    }
}
