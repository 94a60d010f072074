package dev.laurel.engine.expressions;

/** What a metric aggregates. */
public sealed interface Measurement {

    /** Each event counts as one. */
    record Count() implements Measurement {}

    /**
     * Each event adds a number.
     *
     * @param value the number
     */
    record Sum(Expression value) implements Measurement {}

    /**
     * Each event adds values, of which each counts once.
     *
     * @param values a value or a list of them
     */
    record Distinct(Expression values) implements Measurement {}
}
