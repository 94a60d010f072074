package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.periods.Retention;
import dev.laurel.engine.traces.EventTrace;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A memory without what has expired, whether or not the host has deleted it yet: so that decisions
 * do not depend on when it does.
 */
final class Forgetful implements EventMemory {

    private final EventMemory memory;
    private final Event now;

    /**
     * @param now the event that is decided on: what had to be known until the day before it was
     *     recorded is not known
     */
    Forgetful(EventMemory memory, Event now) {
        this.memory = memory;
        this.now = now;
    }

    @Override
    public @Nullable EventTrace find(EventKey event) {
        EventTrace trace = memory.find(event);
        LocalDate until = trace == null ? null : trace.until();
        return until == null || !until.isBefore(Retention.utc(now.recordedTime())) ? trace : null;
    }
}
