package dev.laurel.leaderboards.seals;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.scores.Period;

/** Is told that a board has become final, in the transaction that makes it so. */
public interface Sealed {

    /**
     * Takes note.
     *
     * @param board as the program has it now, with the prizes that its places get
     */
    void of(Seal seal, Board board, Period period);
}
