package dev.laurel.engine.silences;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.state.SilenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says that an event is emitted about a member who was active once, and then was not for so long.
 *
 * @param type the type of the event
 * @param after how long after the last activity
 * @param without types of events about the member that are activity
 */
public record Silence(String type, Duration after, Set<String> without) {

    /** Who emits the events. */
    public static final String SOURCE = "/laurel/rules-engine";

    /** The field of the events that says when the member was active last. */
    static final String SINCE = "since";

    public Silence {
        without = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(without));
    }

    /** When the event happens. */
    public Instant due(SilenceState state) {
        return state.last().plus(after);
    }

    /** The event; the same for the same silence, whenever and wherever it is asked for. */
    public Event event(EffectIds ids, SilenceState state, Instant now) {
        return new Event(
                SOURCE,
                ids.silence(type, state.last()).toString(),
                type,
                ids.member(),
                due(state),
                now,
                false,
                Map.of(SINCE, state.last().toString()));
    }
}
