package dev.laurel.engine.leaderboards;

/** What a board compares members by. */
public sealed interface RankedBy {

    /** Points of a wallet. */
    record Wallet(String id) implements RankedBy {}

    /** What a metric says of a member. */
    record Metric(String id) implements RankedBy {}

    /**
     * How many periods a streak has.
     *
     * @param longest whether it is the longest that a member ever had, not the one that goes on
     */
    record Streak(String id, boolean longest) implements RankedBy {}

    /** How many badges a member holds. */
    record Badges() implements RankedBy {}
}
