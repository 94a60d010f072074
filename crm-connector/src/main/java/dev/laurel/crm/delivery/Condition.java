package dev.laurel.crm.delivery;

import java.time.Instant;

/**
 * How a connection is.
 *
 * @param reason in one sentence, {@code ""} where there is nothing to say
 * @param until when it goes on, the beginning of time for now
 */
public record Condition(State state, String reason, Instant until) {

    /** What a connection can be in. */
    public enum State {
        /** Calls are made as they are needed. */
        WORKING,
        /** The connection's own quota makes the less urgent wait. */
        PACED,
        /** The CRM asked for a pause. */
        THROTTLED,
        /** Calls fail; one is tried now and then. */
        FAILING,
        /** The CRM does not let the connection in: somebody has to see to it. */
        DENIED
    }

    public static final Condition WORKING = new Condition(State.WORKING, "", Instant.EPOCH);
}
