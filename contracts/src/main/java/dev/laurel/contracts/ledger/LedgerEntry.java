package dev.laurel.contracts.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting on a member's account with the balance that it led to.
 *
 * @param posting the posting's id, that of the effect it books
 * @param program the program
 * @param member the member, also in the record's key
 * @param sequence counts the member's postings in this program from 1 without gaps, over all
 *     wallets, in the order of booking: a reader drops what is not above the last one it has seen
 * @param wallet the wallet
 * @param points by how much the balance changed: positive when given, negative when taken, 0 when a
 *     step of spending does not change it
 * @param balance the wallet's balance after the posting
 * @param earned all points ever given in this wallet, less those taken back by reversals; spending
 *     does not change it
 * @param cause what asked for it
 * @param decision the decision that it came from; {@code null} for what was asked for over the API
 * @param version the program version of that decision; {@code null} without one
 * @param time when the event behind it happened, or when it was asked for
 * @param localDate that day in the program's time zone
 * @param recordedAt when it was booked
 * @param team the team that the points count for besides the member, {@code null} for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
        UUID posting,
        String program,
        String member,
        long sequence,
        String wallet,
        long points,
        long balance,
        long earned,
        LedgerCause cause,
        @Nullable UUID decision,
        @Nullable Integer version,
        Instant time,
        LocalDate localDate,
        Instant recordedAt,
        @Nullable String team) {

    /** Of a member without a team. */
    public LedgerEntry(
            UUID posting,
            String program,
            String member,
            long sequence,
            String wallet,
            long points,
            long balance,
            long earned,
            LedgerCause cause,
            @Nullable UUID decision,
            @Nullable Integer version,
            Instant time,
            LocalDate localDate,
            Instant recordedAt) {
        this(
                posting,
                program,
                member,
                sequence,
                wallet,
                points,
                balance,
                earned,
                cause,
                decision,
                version,
                time,
                localDate,
                recordedAt,
                null);
    }
}
