package dev.laurel.scoring.ledger;

import dev.laurel.scoring.ledger.Account.Held;
import dev.laurel.scoring.ledger.Account.Issuance;
import dev.laurel.scoring.ledger.Account.OfMember;

/**
 * What a member has in a wallet.
 *
 * @param points the balance; negative when more was taken than there was
 * @param held points that are reserved, no part of the balance; never below 0
 * @param earned all points ever given, less those taken back by reversals; spending does not change
 *     it
 */
public record Balance(long points, long held, long earned) {

    public static final Balance ZERO = new Balance(0, 0, 0);

    /**
     * The balance after a move.
     *
     * @param reversal whether the move undoes an earlier event
     * @throws ArithmeticException when it is too large to be kept
     */
    Balance after(Move move, boolean reversal) {
        long issued = -move.change(Issuance.class);
        return new Balance(
                Math.addExact(points, move.change(OfMember.class)),
                Math.addExact(held, move.change(Held.class)),
                issued > 0 || reversal ? Math.addExact(earned, issued) : earned);
    }
}
