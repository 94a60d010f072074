package dev.laurel.engine.leaderboards;

import java.util.List;

/**
 * Ranks members, or teams. What else a program says of its boards (seasons, ties, seals) is read by
 * those who rank.
 *
 * @param id its id
 * @param name what people call it, the id when the program does not say
 * @param of what it compares them by
 * @param period what it starts afresh with
 * @param byTeam whether it ranks teams by what their members got while they were in them
 * @param top how many places it shows
 * @param prizes what places get when it is sealed
 */
public record Leaderboard(
        String id,
        String name,
        RankedBy of,
        Period period,
        boolean byTeam,
        int top,
        List<Prize> prizes) {

    public Leaderboard {
        prizes = List.copyOf(prizes);
    }

    /** What a leaderboard starts afresh with. */
    public enum Period {
        ALL_TIME("all-time"),
        DAY("day"),
        WEEK("week"),
        MONTH("month"),
        QUARTER("quarter"),
        YEAR("year"),
        SEASON("season"),
        /** The last days, today included. */
        ROLLING("rolling");

        private final String word;

        Period(String word) {
            this.word = word;
        }

        /** Whether it is over at some time, and another one begins. */
        public boolean ends() {
            return this != ALL_TIME && this != ROLLING;
        }

        /** The word that the language has for it. */
        public String word() {
            return word;
        }
    }
}
