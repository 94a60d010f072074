package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The decision behind a posting.
 *
 * @param decision the decision's id
 * @param version the program version that decided
 * @param reversal whether it undid another event: what it takes is no longer earned
 * @param eventSource with {@code eventId} the identity of the event
 * @param eventId see {@code eventSource}
 * @param time when the event happened
 * @param localDate that day in the program's time zone
 */
public record Origin(
        UUID decision,
        int version,
        boolean reversal,
        String eventSource,
        String eventId,
        Instant time,
        LocalDate localDate) {}
