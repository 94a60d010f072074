package dev.laurel.leaderboards.scores;

/**
 * Where a score is kept.
 *
 * @param program the program
 * @param competitor the member or the team whose score it is
 * @param byTeam whether it is a team
 * @param wallet the wallet
 * @param period what the score is summed over
 */
public record Cell(
        String program, String competitor, boolean byTeam, String wallet, Period period) {}
