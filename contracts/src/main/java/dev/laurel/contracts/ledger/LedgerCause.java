package dev.laurel.contracts.ledger;

/**
 * What asked for a posting.
 *
 * @param kind which kind of it
 * @param id of the mechanic in the program; {@code manual} for an adjustment; the step for
 *     spending: {@code place}, {@code confirm}, {@code release}, {@code time-out} or {@code
 *     refund}; {@code activation} or {@code expiry} for a term
 */
public record LedgerCause(Kind kind, String id) {

    /** Kinds of what moves points. */
    public enum Kind {
        RULE,
        CHALLENGE,
        BADGE,
        /** What a wallet starts with. */
        WALLET,
        STREAK,
        /** A board whose prizes are given. */
        LEADERBOARD,
        /** Given or taken by hand. */
        ADJUSTMENT,
        /** Points that the member spends: they cost no rank. */
        SPENDING,
        /** An exchange of the program took points of one wallet and gave some of another. */
        EXCHANGE,
        /** What a member gets once for reaching a tier, whose id it is. */
        TIER,
        /** What the clock does to points with a term: they become active, or expire. */
        TERM
    }
}
