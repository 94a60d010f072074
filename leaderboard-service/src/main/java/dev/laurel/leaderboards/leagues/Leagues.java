package dev.laurel.leaderboards.leagues;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.scores.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The leagues of all boards. */
public interface Leagues {

    /**
     * Opens the league of a period, so that whoever scores in it enters a group; who has scored
     * already does so at once. In one transaction. Idempotent; any number of instances may ask at
     * the same time. Does nothing while nobody has scored, while an earlier period is not sealed
     * that somebody has scored in, or when a later one was opened.
     *
     * @param board one with divisions
     * @param now by the service's clock
     * @return whether this call did it
     */
    boolean open(String program, Board board, Period period, Instant now);

    /** The league of a board in a period, if it was opened. */
    Optional<League> find(String board, Ranking ranking);

    /** Where a member is, empty before the first score. */
    Optional<Seat> seat(League league, String member);

    /** Who is in a group, in order of entry; some may not be on the board any more. */
    List<String> members(League league, Seat seat);

    /** How full divisions are, from the lowest; empty ones are missing. */
    List<Filling> fillings(League league);

    /** The level that a member enters next among a board's divisions, as of now. */
    int next(String program, String board, Divisions divisions, String member);

    /**
     * What periods came to for a member, the latest first.
     *
     * @param before the league that the list begins behind, {@link Integer#MAX_VALUE} for the first
     */
    List<Finish> finishes(String program, Board board, String member, int before, int limit);
}
