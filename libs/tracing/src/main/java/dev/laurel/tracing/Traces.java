package dev.laurel.tracing;

import org.jspecify.annotations.Nullable;

/**
 * Adds steps to traces that somebody before has begun and chosen to keep. What is not traced costs
 * a look at a header. Thread-safe.
 */
public interface Traces {

    /** Traces of a service that takes no part in any. */
    static Traces off() {
        return Untraced.TRACES;
    }

    /** What a step does, in the terms of OpenTelemetry. */
    enum Kind {
        /** Puts a record on a topic. */
        PRODUCER,
        /** Takes a record from a topic. */
        CONSUMER,
        /** Calls somebody who is not of the platform. */
        CLIENT
    }

    /** Whether this service takes part in any. */
    boolean isOn();

    /**
     * Begins a step, to be ended by {@link Step#close()}.
     *
     * @param name what is done, the same for all events: {@code laurel.events send}
     * @param parent W3C trace context of the step before, {@code null} for none
     * @return a step that does nothing if the one before is not traced
     */
    Step begin(Kind kind, String name, @Nullable String parent);

    /** The trace context of the request that this thread answers, {@code null} if not traced. */
    @Nullable String current();
}
