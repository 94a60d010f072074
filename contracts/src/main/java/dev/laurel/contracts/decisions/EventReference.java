package dev.laurel.contracts.decisions;

import java.time.Instant;
import java.time.LocalDate;

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
 */
public record EventReference(
        String source,
        String id,
        String type,
        String subject,
        Instant time,
        Instant recordedTime,
        LocalDate localDate,
        boolean imported) {}
