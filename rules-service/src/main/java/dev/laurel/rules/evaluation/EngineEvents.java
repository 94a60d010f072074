package dev.laurel.rules.evaluation;

import dev.laurel.contracts.events.Event;

/** Accepted events as the engine takes them. */
public final class EngineEvents {

    private EngineEvents() {}

    /** An event of a program that the engine emits. */
    public static Event emitted(dev.laurel.engine.events.Event event, String program) {
        return new Event(
                program,
                event.source(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.recordedTime(),
                event.imported(),
                event.data());
    }

    /** The same event without its program. */
    public static dev.laurel.engine.events.Event of(Event event) {
        return new dev.laurel.engine.events.Event(
                event.source(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.recordedTime(),
                event.imported(),
                event.data());
    }
}
