package dev.laurel.contracts.decisions;

/** What becomes of points that are to be taken when a member has too few. */
public enum Shortfall {
    /** The balance goes below zero: the points that come next repay it. */
    ALLOW,
    /** The member keeps what can't be taken, and the ledger says so. */
    FORBID,
    /** The balance goes to zero, and the rest is written off. */
    TO_ZERO
}
