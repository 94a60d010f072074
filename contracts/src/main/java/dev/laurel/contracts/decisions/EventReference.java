package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The event behind a decision.
 *
 * @param source with {@code id} the event's identity
 * @param id see {@code source}
 * @param type the event's type
 * @param subject the member that it was about, who need not be the beneficiary
 * @param time when it happened
 * @param recordedTime when the platform accepted it
 * @param localDate the day of {@code time} in the program's time zone: what periods are cut by
 * @param imported whether it was declared as history
 * @param channel which of the program's channels it came through, {@code null} for none of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventReference(
        String source,
        String id,
        String type,
        String subject,
        Instant time,
        Instant recordedTime,
        LocalDate localDate,
        boolean imported,
        @Nullable String channel) {

    /** An event that came through none of the program's channels. */
    public EventReference(
            String source,
            String id,
            String type,
            String subject,
            Instant time,
            Instant recordedTime,
            LocalDate localDate,
            boolean imported) {
        this(source, id, type, subject, time, recordedTime, localDate, imported, null);
    }
}
