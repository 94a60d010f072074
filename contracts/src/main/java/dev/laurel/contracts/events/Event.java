package dev.laurel.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A CloudEvent 1.0 as the platform accepted it. Its identity is ({@code source}, {@code id}) within
 * its program; the same identity again is a duplicate whatever else it says.
 *
 * @param program the program that it was sent to
 * @param source CloudEvents {@code source}: who made it
 * @param id CloudEvents {@code id}: unique within the source
 * @param type CloudEvents {@code type}, as the program's {@code events} names it
 * @param subject CloudEvents {@code subject}: the member
 * @param time CloudEvents {@code time}: when it happened; rules use this
 * @param recordedTime when the platform accepted it (CloudEvents extension of the same name)
 * @param imported whether it was declared as history (extension {@code laurelimport}): exempt from
 *     lateness
 * @param data the payload, a JSON object; numbers as the JSON had them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(
        String program,
        String source,
        String id,
        String type,
        String subject,
        Instant time,
        Instant recordedTime,
        boolean imported,
        Map<String, Object> data) {

    public Event {
        // JSON null is a value here, which Map.copyOf would refuse.
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
