package dev.laurel.engine.expressions;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A planned expression. Immutable, for any number of threads. */
public final class Expression {

    private final String text;
    private final Program program;
    private final Closures.@Nullable Whole closure;
    private final Set<String> paths;

    Expression(String text, Program program, Closures.@Nullable Whole closure, Set<String> paths) {
        this.text = text;
        this.paths = paths;
        this.program = program;
        this.closure = closure;
    }

    /** The expression, normally formatted. */
    public String text() {
        return text;
    }

    /** What it reads, such as {@code event.data.amount}. */
    public Set<String> paths() {
        return paths;
    }

    /**
     * Its value: Long, Double, String, Boolean, Instant, List, Map, …
     *
     * @throws ExpressionFailure when it has none for these variables
     */
    public Object value(Variables variables) throws ExpressionFailure {
        if (closure == null) {
            return valueByCel(variables);
        }
        try {
            Object value = closure.closure().value(new Closure.Frame(variables, closure.locals()));
            return JsonValues.deep(value);
        } catch (Closure.Unusual | ArithmeticException | CelRuntimeException e) {
            return valueByCel(variables);
        }
    }

    /** Whether it has a faster way than CEL's. */
    boolean hasClosure() {
        return closure != null;
    }

    Object valueByCel(Variables variables) throws ExpressionFailure {
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

    /**
     * Its value as a number as it is written, so that 19.99 is 19.99.
     *
     * @throws ExpressionFailure when it has none, or none that is finite
     */
    public BigDecimal decimal(Variables variables) throws ExpressionFailure {
        return decimal(value(variables));
    }

    /**
     * One of its values as a number as it is written.
     *
     * @throws ExpressionFailure when it is none, or none that is finite
     */
    public BigDecimal decimal(Object value) throws ExpressionFailure {
        return switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
            default -> throw new ExpressionFailure(text, "it was " + Shown.of(value));
        };
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
