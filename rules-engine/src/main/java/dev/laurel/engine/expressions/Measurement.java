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

    /**
     * The lowest or highest number of all events.
     *
     * @param value the number
     * @param highest whether it is the highest
     */
    record Extreme(Expression value, boolean highest) implements Measurement {}

    /**
     * The number of the latest event.
     *
     * @param value the number
     */
    record Last(Expression value) implements Measurement {}
}
