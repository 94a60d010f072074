package dev.laurel.leaderboards.seals;

import dev.laurel.leaderboards.boards.Prize;
import java.util.List;

/** Is told that a board has become final, in the transaction that makes it so. */
public interface Sealed {

    /**
     * Takes note.
     *
     * @param prizes what the board's places get
     */
    void of(Seal seal, List<Prize> prizes);
}
