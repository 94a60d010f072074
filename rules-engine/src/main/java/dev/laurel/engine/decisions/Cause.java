package dev.laurel.engine.decisions;

import java.util.Locale;

/**
 * The mechanic behind an effect.
 *
 * @param kind what kind of mechanic
 * @param id its id in the program
 */
public record Cause(Kind kind, String id) {

    /** Kinds of mechanics. */
    public enum Kind {
        RULE,
        METRIC,
        CHALLENGE,
        BADGE,
        STREAK,
        REVERSAL,
        WALLET,
        BOOST,
        LEADERBOARD;

        private final String prefix = name().toLowerCase(Locale.ROOT) + ":";
    }

    public static Cause rule(String id) {
        return new Cause(Kind.RULE, id);
    }

    public static Cause metric(String id) {
        return new Cause(Kind.METRIC, id);
    }

    public static Cause challenge(String id) {
        return new Cause(Kind.CHALLENGE, id);
    }

    public static Cause boost(String id) {
        return new Cause(Kind.BOOST, id);
    }

    /** What a wallet starts with. */
    public static Cause wallet(String id) {
        return new Cause(Kind.WALLET, id);
    }

    /** Events of that type that undo others. */
    public static Cause reversal(String type) {
        return new Cause(Kind.REVERSAL, type);
    }

    public static Cause badge(String id) {
        return new Cause(Kind.BADGE, id);
    }

    public static Cause streak(String id) {
        return new Cause(Kind.STREAK, id);
    }

    /** A board whose prizes are given. */
    public static Cause leaderboard(String id) {
        return new Cause(Kind.LEADERBOARD, id);
    }

    /** For people, such as {@code rule:base-earn}. */
    @Override
    public String toString() {
        return kind.prefix + id;
    }
}
