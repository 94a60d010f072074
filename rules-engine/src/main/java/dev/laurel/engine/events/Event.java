package dev.laurel.engine.events;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a member. Its identity is ({@code source}, {@code id}).
 *
 * @param source who made it
 * @param id unique within the source
 * @param type names one of the program's event shapes
 * @param subject the member that it is about
 * @param time when it happened: what periods and windows go by
 * @param recordedTime when the platform accepted it: what lateness is measured by
 * @param imported whether it was declared as history, and so is exempt from lateness
 * @param data the payload as JSON has it: strings, numbers of any Java type, booleans, lists, maps,
 *     nulls. Not copied, so it must not change afterwards
 */
public record Event(
        String source,
        String id,
        String type,
        String subject,
        Instant time,
        Instant recordedTime,
        boolean imported,
        Map<String, Object> data) {

    /** The event's identity. */
    public EventKey key() {
        return new EventKey(source, id);
    }

    /** The same as if it had come at once when it happened. */
    public Event asItHappened() {
        return new Event(source, id, type, subject, time, time, imported, data);
    }

    /** The same without its payload, for those who only have to know what it was. */
    public Event withoutData() {
        return new Event(source, id, type, subject, time, recordedTime, imported, Map.of());
    }
}
