package dev.laurel.scoring.ledger;

import java.util.List;

/**
 * What one decision or command asks the ledger to do: all of it or nothing.
 *
 * @param member whose points move
 * @param stripe part of the program's accounts that takes the other side: instructions of different
 *     stripes don't wait for each other
 * @param origin the decision or command
 * @param moves the points
 */
public record Instruction(Member member, int stripe, Origin origin, List<Move> moves) {

    public Instruction {
        moves = List.copyOf(moves);
    }

    /** Where a move of it comes from. */
    public Origin originOf(Move move) {
        Origin own = move.origin();
        return own == null ? origin : own;
    }
}
