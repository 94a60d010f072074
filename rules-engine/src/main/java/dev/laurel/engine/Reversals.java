package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reversals and activations that came before the event that they name. */
final class Reversals {

    private static final Comparator<Event> IN_ORDER =
            Comparator.<Event, Instant>comparing(Event::time)
                    .thenComparing(Event::source)
                    .thenComparing(Event::id);

    private Reversals() {}

    /** All of both, each once, by the times at which they happened. */
    static List<Event> inOrder(List<Event> some, List<Event> others) {
        if (some.isEmpty() && others.isEmpty()) {
            return List.of();
        }
        Map<EventKey, Event> each = new LinkedHashMap<>();
        some.forEach(event -> each.put(event.key(), event));
        others.forEach(event -> each.put(event.key(), event));
        return each.values().stream().sorted(IN_ORDER).toList();
    }
}
