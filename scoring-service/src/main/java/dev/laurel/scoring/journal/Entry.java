package dev.laurel.scoring.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting as the journal has it, column by column.
 *
 * @param id that of the effect that it books
 * @param program the program's id
 * @param member whose points moved
 * @param sequence counts the member's postings from 1
 * @param wallet the wallet
 * @param debit account that the amount was taken from
 * @param credit account that it went to
 * @param amount points, above 0
 * @param balanceAfter the member's balance in the wallet after it
 * @param earnedAfter the member's earned points after it
 * @param causeKind kind of what is behind it, such as {@code rule}
 * @param causeId id of the mechanic, or the step
 * @param decision the decision that asked for it, {@code null} for a command
 * @param version the program version of the decision, {@code null} for a command
 * @param eventSource with {@code eventId} the identity of the event or command behind it
 * @param eventId see {@code eventSource}
 * @param eventTime when the event happened
 * @param localDate that day in the program's time zone
 * @param recordedAt when it was booked
 * @param channel which of the program's channels it came through, {@code null} for none of them
 */
public record Entry(
        UUID id,
        String program,
        String member,
        long sequence,
        String wallet,
        String debit,
        String credit,
        long amount,
        long balanceAfter,
        long earnedAfter,
        String causeKind,
        String causeId,
        @Nullable UUID decision,
        @Nullable Integer version,
        String eventSource,
        String eventId,
        Instant eventTime,
        LocalDate localDate,
        Instant recordedAt,
        @Nullable String channel) {

    /** Its place in the journal. */
    public Place place() {
        return new Place(recordedAt, member, sequence);
    }

    /**
     * A place in a program's journal: entries are in the order of booking, of one booking in that
     * of member and sequence.
     */
    public record Place(Instant recordedAt, String member, long sequence) {}
}
