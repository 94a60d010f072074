package dev.laurel.engine.expressions;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;

/** A planned expression. Immutable, for any number of threads. */
public final class Expression {

    private final String text;
    private final Program program;

    Expression(String text, Program program) {
        this.text = text;
        this.program = program;
    }

    /** The expression, normally formatted. */
    public String text() {
        return text;
    }

    /**
     * Its value: Long, Double, String, Boolean, Instant, List, Map, …
     *
     * @throws ExpressionFailure when it has none for these variables
     */
    public Object value(Variables variables) throws ExpressionFailure {
        try {
            return program.eval(variables);
        } catch (CelEvaluationException failure) {
            throw new ExpressionFailure(text, Failures.why(failure));
        }
    }

    /**
     * Its value as a whole number.
     *
     * @throws ExpressionFailure when it has none
     */
    public long whole(Variables variables) throws ExpressionFailure {
        Object value = value(variables);
        if (value instanceof Long whole) {
            return whole;
        }
        throw new ExpressionFailure(text, "it was " + Shown.of(value));
    }

    /**
     * Its value as a number.
     *
     * @throws ExpressionFailure when it has none, or none that is finite
     */
    public double number(Variables variables) throws ExpressionFailure {
        Object value = value(variables);
        if (value instanceof Long whole) {
            return whole;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return number;
        }
        throw new ExpressionFailure(text, "it was " + Shown.of(value));
    }

    /** Says that a value of this expression is of no use. */
    public ExpressionFailure failure(String why) {
        return new ExpressionFailure(text, why);
    }

    @Override
    public String toString() {
        return text;
    }
}
