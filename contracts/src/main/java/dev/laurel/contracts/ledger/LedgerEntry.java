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
 * @param points by how much the balance changed: positive when given, negative when taken, 0 when
 *     it did not change
 * @param issued how many points the cause gave, negative when it took some back; 0 when it only
 *     moved what had been given: when points are spent, become active or expire. What ranks go by
 * @param balance what can be used in the wallet after the posting
 * @param pending what was given and can't be used yet after the posting
 * @param earned all points ever given in this wallet, less those taken back by reversals; spending
 *     and expiry do not change it
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
        long issued,
        long balance,
        long pending,
        long earned,
        LedgerCause cause,
        @Nullable UUID decision,
        @Nullable Integer version,
        Instant time,
        LocalDate localDate,
        Instant recordedAt,
        @Nullable String team) {

    /** Of a member without a team, who can use at once what is given. */
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
                cause.kind() == LedgerCause.Kind.SPENDING ? 0 : points,
                balance,
                0,
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
