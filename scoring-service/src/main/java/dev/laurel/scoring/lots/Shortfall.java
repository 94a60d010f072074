package dev.laurel.scoring.lots;

import java.util.Locale;

/** What becomes of points that are to be taken when there are too few of them. */
public enum Shortfall {
    /** The balance goes below zero: the points that come next repay it. */
    ALLOW,
    /** The member keeps what can't be taken, and the ledger says so. */
    FORBID,
    /** The balance goes to zero, and the rest is written off. */
    TO_ZERO;

    /** The word of the program language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
