package dev.laurel.scoring.budgets;

import java.util.List;

/**
 * How far a budget is used.
 *
 * @param wallet the wallet whose points it holds
 * @param amount points that it held at first, by the latest version that gave any
 * @param version that version, 0 when none did
 * @param used points that were given and not taken back
 * @param ceiling what {@code used} can't exceed: the amount, or what had been used already when the
 *     program lowered the amount below that
 * @param told the highest share of {@link #SHARES} that was told of, in percent, 0 for none
 * @param shortAwards how many awards got less than they asked for
 * @param shortPoints how much less, in all
 */
public record Fund(
        String wallet,
        long amount,
        int version,
        long used,
        long ceiling,
        int told,
        long shortAwards,
        long shortPoints) {

    /** Shares of the amount, in percent, that people are told of when they are used. */
    public static final List<Integer> SHARES = List.of(50, 80, 100);

    /** One that nothing was ever given from. */
    public static Fund unused(String wallet) {
        return new Fund(wallet, 0, 0, 0, 0, 0, 0, 0);
    }

    /** As a version of the program wants it; an older version than the last changes nothing. */
    Fund under(long wanted, int by) {
        if (by < version || (by == version && wanted == amount)) {
            return this;
        }
        return wanted == amount
                ? new Fund(wallet, amount, by, used, ceiling, told, shortAwards, shortPoints)
                : new Fund(
                        wallet,
                        wanted,
                        by,
                        used,
                        Math.max(wanted, used),
                        0,
                        shortAwards,
                        shortPoints);
    }

    /** Points that can still be given. */
    public long left() {
        return Math.max(0, amount - used);
    }

    Fund give(long points, long missing) {
        return new Fund(
                wallet,
                amount,
                version,
                used + points,
                ceiling,
                told,
                shortAwards + (missing > 0 ? 1 : 0),
                shortPoints + missing);
    }

    Fund takeBack(long points) {
        return new Fund(
                wallet, amount, version, used - points, ceiling, told, shortAwards, shortPoints);
    }

    Fund told(int share) {
        return new Fund(wallet, amount, version, used, ceiling, share, shortAwards, shortPoints);
    }

    /** Whether so much is used, in percent of the amount. */
    boolean has(int share) {
        return amount > 0 && Math.multiplyExact(used, 100L) >= Math.multiplyExact(amount, share);
    }
}
