package dev.laurel.scoring.ledger;

/**
 * What asked for points: a mechanic of the program, an adjustment, or spending.
 *
 * @param kind which kind of it, in lower case, such as {@code rule}
 * @param id its id in the program
 */
public record Cause(String kind, String id) {

    /** Such as {@code rule:base-earn}. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
