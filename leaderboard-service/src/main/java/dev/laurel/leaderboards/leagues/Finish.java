package dev.laurel.leaderboards.leagues;

import java.math.BigDecimal;

/**
 * What a period came to for a member.
 *
 * @param league the league, with the divisions of that time
 * @param period what the board called the period when it was sealed
 * @param seat where the member was
 * @param rank the rank in the group, as it was sealed
 * @param score the score there
 * @param levelAfter the level that the member went to
 */
public record Finish(
        League league, String period, Seat seat, long rank, BigDecimal score, int levelAfter) {

    /** What the end of the period did. */
    public Zone zone() {
        int steps = levelAfter - seat.level();
        return steps == 0 ? Zone.SAFE : steps > 0 ? Zone.PROMOTION : Zone.RELEGATION;
    }
}
