package dev.laurel.scoring.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it stands in the ledger.
 *
 * @param posting its id
 * @param member whose points moved
 * @param sequence its place among the member's postings, from 1
 * @param wallet the wallet
 * @param debit account that the amount was taken from, such as {@code issuance:rule:base-earn}
 * @param credit account that it went to, such as {@code member}
 * @param points by how much it changed the balance: positive when given, negative when taken, 0
 *     between other accounts
 * @param balance the member's balance in the wallet after it
 * @param causeKind kind of what is behind it, such as {@code rule} or {@code spending}
 * @param causeId id of the mechanic, or the step
 * @param decision the decision that asked for it, {@code null} for a command
 * @param version the program version of the decision, {@code null} for a command
 * @param eventSource with {@code eventId} the identity of the event or command behind it
 * @param eventId see {@code eventSource}
 * @param eventTime when the event happened
 * @param localDate that day in the program's time zone
 * @param recordedAt when it was booked
 */
public record Line(
        UUID posting,
        String member,
        long sequence,
        String wallet,
        String debit,
        String credit,
        long points,
        long balance,
        String causeKind,
        String causeId,
        @Nullable UUID decision,
        @Nullable Integer version,
        String eventSource,
        String eventId,
        Instant eventTime,
        LocalDate localDate,
        Instant recordedAt) {}
