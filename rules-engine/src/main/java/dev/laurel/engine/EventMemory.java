package dev.laurel.engine;

import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.traces.EventTrace;
import org.jspecify.annotations.Nullable;

/**
 * The events that one member has had. The host keeps them, keyed by program, member and event
 * identity, and stores what {@link Result#traces()} says before it asks about the member's next
 * event.
 */
@FunctionalInterface
public interface EventMemory {

    /** The trace of an event for this member, {@code null} when there is none. */
    @Nullable EventTrace find(EventKey event);
}
