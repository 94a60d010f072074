package dev.laurel.contracts.ledger;

import dev.laurel.contracts.decisions.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A posting on a member's account with the balance that it led to.
 *
 * @param posting the posting's id, that of the effect it books
 * @param program the program
 * @param member the member, also in the record's key
 * @param sequence counts the member's postings in this program from 1 without gaps, over all
 *     wallets, in the order of booking: a reader drops what is not above the last one it has seen
 * @param wallet the wallet
 * @param points positive when given, negative when taken
 * @param balance the wallet's balance after the posting
 * @param earned all points ever given in this wallet, less those taken back by reversals
 * @param cause the mechanic that asked for it
 * @param decision the decision that it came from
 * @param version the program version of that decision
 * @param time when the event behind it happened
 * @param localDate that day in the program's time zone
 * @param recordedAt when it was booked
 */
public record LedgerEntry(
        UUID posting,
        String program,
        String member,
        long sequence,
        String wallet,
        long points,
        long balance,
        long earned,
        Cause cause,
        UUID decision,
        int version,
        Instant time,
        LocalDate localDate,
        Instant recordedAt) {}
