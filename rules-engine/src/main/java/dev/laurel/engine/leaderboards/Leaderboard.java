package dev.laurel.engine.leaderboards;

/**
 * Ranks members, or teams, by a wallet; ties go to who reached the score first.
 *
 * @param id its id
 * @param name what people call it, the id when the program does not say
 * @param of the wallet whose points count
 * @param period what it starts afresh with
 * @param byTeam whether it ranks teams by what their members got while they were in them
 * @param top how many places it shows
 */
public record Leaderboard(
        String id, String name, String of, Period period, boolean byTeam, int top) {

    /** What a leaderboard starts afresh with. */
    public enum Period {
        ALL_TIME,
        MONTH
    }
}
