package dev.laurel.scoring.lots;

/** Where points of a lot are. */
public enum Place {
    /** Not usable yet. */
    PENDING,
    /** Usable. */
    OPEN,
    /** Reserved by a hold. */
    HELD,
    /** Spent, taken for something else, or gone to what the member owed. */
    USED,
    /** Unusable since the term is over. */
    EXPIRED,
    /** Taken back, as what they were given for was undone. */
    TAKEN
}
