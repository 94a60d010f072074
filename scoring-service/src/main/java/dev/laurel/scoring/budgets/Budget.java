package dev.laurel.scoring.budgets;

/**
 * What an award is given from, as the program's version says that it is given by.
 *
 * @param id its id in the program
 * @param amount points that it holds at first, 0 or more
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
