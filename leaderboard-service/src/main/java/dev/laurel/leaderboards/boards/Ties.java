package dev.laurel.leaderboards.boards;

/** How equal scores stand. */
public enum Ties {
    /** The order is total: who reached the score first stands above. */
    FIRST_TO_REACH,
    /** They share a place, and the next one counts everybody ahead: 1, 2, 2, 4. */
    SHARED
}
