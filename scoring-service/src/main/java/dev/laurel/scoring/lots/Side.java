package dev.laurel.scoring.lots;

/** Where points flow from or to. */
public enum Side {
    /** What the mechanic issues. */
    ISSUANCE,
    /** What the member can't use yet. */
    PENDING,
    /** What the member can use. */
    AVAILABLE,
    /** What the member has reserved. */
    HELD,
    /** What members have spent. */
    SPENT,
    /** What members have exchanged for points of another wallet, or got for those. */
    EXCHANGED,
    /** What has expired. */
    EXPIRED,
    /** What should have been taken and is kept by members. */
    UNCOLLECTED,
    /** What should have been taken and is given up. */
    WRITTEN_OFF
}
