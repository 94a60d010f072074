package dev.laurel.scoring.adjustments;

/** Where adjustments are kept. */
@FunctionalInterface
public interface Adjustments {

    /** Keeps a new one. */
    void add(Adjustment adjustment);
}
