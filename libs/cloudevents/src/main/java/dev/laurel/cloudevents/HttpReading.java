package dev.laurel.cloudevents;

import java.util.List;

/** What came of reading an HTTP request. */
public sealed interface HttpReading {

    /**
     * The request could be read; each of its events stands for itself.
     *
     * @param events one result per event, in the order of the request
     */
    record Read(List<EventReading> events) implements HttpReading {
        public Read {
            events = List.copyOf(events);
        }
    }

    /** Neither of the three modes: status 415. */
    record UnsupportedMediaType(String reason) implements HttpReading {}

    /** Not the JSON that the mode asks for, so that no event can be told from another: 400. */
    record BrokenBody(String reason) implements HttpReading {}

    /**
     * More events than one request may have: status 413.
     *
     * @param limit how many it may have
     */
    record BatchTooLarge(int limit) implements HttpReading {}
}
