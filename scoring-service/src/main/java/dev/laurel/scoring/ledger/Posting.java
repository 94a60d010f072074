package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount that moved from one account to another. Never changed, never removed.
 *
 * @param id that of the effect that it books
 * @param member whose points moved
 * @param stripe see {@link Instruction}
 * @param sequence counts the member's postings from 1 without gaps
 * @param wallet the wallet
 * @param debit the account that it is taken from
 * @param credit the account that it goes to
 * @param amount points, above 0
 * @param after the member's balance in the wallet after it
 * @param cause the mechanic that asked for it
 * @param origin the decision that asked for it
 * @param recordedAt when it was booked
 * @param team the team that it counts for besides the member, {@code null} for none
 */
public record Posting(
        UUID id,
        Member member,
        int stripe,
        long sequence,
        String wallet,
        Account debit,
        Account credit,
        long amount,
        Balance after,
        Cause cause,
        Origin origin,
        Instant recordedAt,
        @Nullable String team) {

    /**
     * By how much it changed the member's balance: positive when given, negative when taken, 0
     * between other accounts.
     */
    public long points() {
        if (credit instanceof Account.OfMember) {
            return amount;
        }
        return debit instanceof Account.OfMember ? -amount : 0;
    }

    /**
     * By how much it changed what the member was given: positive when given, negative when taken.
     */
    public long issued() {
        if (debit instanceof Account.Issuance) {
            return amount;
        }
        return credit instanceof Account.Issuance ? -amount : 0;
    }
}
