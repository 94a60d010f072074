package dev.laurel.scoring.ledger;

import dev.laurel.scoring.ledger.Account.Held;
import dev.laurel.scoring.ledger.Account.Issuance;
import dev.laurel.scoring.ledger.Account.OfMember;
import dev.laurel.scoring.ledger.Account.Pending;

/**
 * What a member has in a wallet.
 *
 * @param points what can be used; negative when more was taken than there was
 * @param pending points that can't be used yet, no part of {@code points}; never below 0
 * @param held points that are reserved, no part of {@code points}; never below 0
 * @param earned all points ever given, less those taken back by reversals; spending and expiry do
 *     not change it
 */
public record Balance(long points, long pending, long held, long earned) {

    public static final Balance ZERO = new Balance(0, 0, 0, 0);

    /**
     * The balance after an amount has gone from one account to another.
     *
     * @param reversal whether that undoes an earlier event
     * @throws ArithmeticException when it is too large to be kept
     */
    Balance after(Account from, Account to, long amount, boolean reversal) {
        long issued = -change(Issuance.class, from, to, amount);
        return new Balance(
                Math.addExact(points, change(OfMember.class, from, to, amount)),
                Math.addExact(pending, change(Pending.class, from, to, amount)),
                Math.addExact(held, change(Held.class, from, to, amount)),
                issued > 0 || reversal ? Math.addExact(earned, issued) : earned);
    }

    private static long change(
            Class<? extends Account> account, Account from, Account to, long amount) {
        if (account.isInstance(to)) {
            return amount;
        }
        return account.isInstance(from) ? -amount : 0;
    }
}
