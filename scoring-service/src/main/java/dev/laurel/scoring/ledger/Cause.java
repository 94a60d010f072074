package dev.laurel.scoring.ledger;

/**
 * The mechanic that asked for points.
 *
 * @param kind what kind of mechanic, in lower case, such as {@code rule}
 * @param id its id in the program
 */
public record Cause(String kind, String id) {

    /** Such as {@code rule:base-earn}. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
