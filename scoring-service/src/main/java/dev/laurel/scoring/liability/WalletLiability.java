package dev.laurel.scoring.liability;

import java.math.BigInteger;

/**
 * Points of one wallet over all members.
 *
 * @param wallet the wallet's id
 * @param outstanding sum of the balances above 0, without what is held
 * @param held points that members have reserved
 * @param owed sum of the balances below 0, as a positive number: what members owe the program
 * @param issued all points ever given
 * @param takenBack all points ever taken, by rules and by reversals
 * @param spent all points spent, less those refunded
 * @param members how many members have ever had points in it
 * @param sum over all accounts of the wallet: 0, or the ledger is broken
 */
public record WalletLiability(
        String wallet,
        BigInteger outstanding,
        BigInteger held,
        BigInteger owed,
        BigInteger issued,
        BigInteger takenBack,
        BigInteger spent,
        long members,
        BigInteger sum) {

    /** What the program owes its members, all balances together. */
    public BigInteger net() {
        return outstanding.add(held).subtract(owed);
    }

    public boolean isZeroSum() {
        return sum.signum() == 0;
    }
}
