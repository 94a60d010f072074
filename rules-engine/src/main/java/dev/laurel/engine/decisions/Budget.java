package dev.laurel.engine.decisions;

/**
 * What points are given from, to all members together. Only the ledger, which sees all members,
 * knows what is left of it.
 *
 * @param id its id in the program
 * @param amount points that it holds at first, 0 for none
 * @param exhausted what becomes of an award that is more than what is left
 */
public record Budget(String id, long amount, Exhausted exhausted) {

    /** What becomes of an award that is more than what is left. */
    public enum Exhausted {
        /** What is left is given. */
        TRIM,
        /** Nothing is given; a smaller award may still be. */
        REFUSE
    }
}
