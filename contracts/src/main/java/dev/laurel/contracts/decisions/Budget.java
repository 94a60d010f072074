package dev.laurel.contracts.decisions;

/**
 * What points are given from, to all members of a program together.
 *
 * @param id its id in the program; of one that is filled anew with {@code @} and the first day of
 *     the period, each of which is a budget of its own
 * @param amount points that it holds at first, as the decision's version says, 0 or more
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

    public Budget {
        if (amount < 0) {
            throw new IllegalArgumentException(
                    "Expected a budget of 0 points or more, but it was %d.".formatted(amount));
        }
    }
}
