package dev.laurel.leaderboards.seals;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import java.time.Instant;

/**
 * Since when prizes have been promised to the places of boards. A board that gets prizes, another
 * name or other periods has periods behind it, of which nobody was promised anything.
 */
public interface Promises {

    /** Takes note of what a version promises; of what it promises no more nothing is known then. */
    void keep(String program, ProgramBoards boards);

    /** Whether prizes had been promised for a board's periods by an instant. */
    boolean isPromised(String program, Board board, Instant by);
}
