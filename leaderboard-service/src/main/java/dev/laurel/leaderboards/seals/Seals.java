package dev.laurel.leaderboards.seals;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.scores.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All seals. */
public interface Seals {

    /** The periods of a board that have scores and no seal, in order. */
    List<Unsealed> unsealed(String program, Board board);

    /**
     * Makes a board final as it is now. In one transaction: whatever dies on the way, all of it is
     * done or nothing. Postings of the program wait meanwhile.
     *
     * @param end when the period was over
     * @param now by the service's clock
     * @return whether this call did it; false where somebody else had
     */
    boolean seal(String program, Board board, Period period, Instant end, Instant now);

    /**
     * The seal of a board in a period, if there is one. A season that was sealed stays final when
     * its days are moved: it is the same one as long as some of the days are.
     */
    Optional<Seal> find(String program, Board board, Period period);

    /**
     * Seals of a board, newest period last.
     *
     * @param after the seal that the list begins behind, 0 for the first
     */
    List<Seal> of(String program, Board board, int after, int limit);

    /**
     * What came too late, in order of arrival.
     *
     * @param after the correction that the list begins behind, 0 for the first
     */
    List<Correction> corrections(Seal seal, long after, int limit);
}
