package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a posting: a decision about an event, or a command.
 *
 * @param decision the decision's id, {@code null} for a command
 * @param version the program version that decided, {@code null} for a command
 * @param reversal whether it undid another event: what it takes is no longer earned
 * @param eventSource with {@code eventId} the identity of the event or the command
 * @param eventId see {@code eventSource}
 * @param time when it happened
 * @param localDate that day in the program's time zone
 * @param channel which of the program's channels it came through, {@code null} for none of them
 */
public record Origin(
        @Nullable UUID decision,
        @Nullable Integer version,
        boolean reversal,
        String eventSource,
        String eventId,
        Instant time,
        LocalDate localDate,
        @Nullable String channel) {

    /** The same at another time. */
    Origin at(Instant other, ZoneId zone) {
        return new Origin(
                decision,
                version,
                reversal,
                eventSource,
                eventId,
                other,
                LocalDate.ofInstant(other, zone),
                channel);
    }

    /** The same through another channel. */
    Origin through(@Nullable String other) {
        return new Origin(
                decision, version, reversal, eventSource, eventId, time, localDate, other);
    }
}
