package dev.laurel.contracts.decisions;

/**
 * The mechanic behind an effect.
 *
 * @param kind what kind of mechanic
 * @param id its id in the program
 */
public record Cause(Kind kind, String id) {

    /** Kinds of mechanics that have effects. */
    public enum Kind {
        RULE,
        CHALLENGE,
        BADGE,
        /** What a wallet starts with. */
        WALLET,
        STREAK,
        /** A board whose prizes are given. */
        LEADERBOARD
    }

    /** For ledger accounts and for people, such as {@code rule:base-earn}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
