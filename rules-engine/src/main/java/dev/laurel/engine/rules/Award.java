package dev.laurel.engine.rules;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.limits.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Points that a rule asks for in one wallet.
 *
 * @param wallet the wallet's id
 * @param points how many, negative to take
 * @param rounding how a fraction becomes a whole number, after boosts
 * @param limits what bounds them: the rule's own, those that refuse first, then those that trim
 *     from the shortest period to the longest; then those that it shares with other rules
 */
public record Award(String wallet, Expression points, RoundingMode rounding, List<Limit> limits) {

    /** So that a ledger of 64 bits holds millions of the largest awards. */
    private static final long MOST_POINTS = 1_000_000_000_000L;

    public Award {
        limits = List.copyOf(limits);
    }

    /** With further limits behind its own. */
    Award with(List<Limit> more) {
        List<Limit> all = new ArrayList<>(limits);
        all.addAll(more);
        return new Award(wallet, points, rounding, all);
    }

    /**
     * The one place where points become whole.
     *
     * @throws ExpressionFailure when they are beyond what can be given at once
     */
    long rounded(BigDecimal number) throws ExpressionFailure {
        BigDecimal whole = number.setScale(0, rounding);
        if (whole.abs().compareTo(BigDecimal.valueOf(MOST_POINTS)) > 0) {
            throw tooMany(whole);
        }
        return whole.longValueExact();
    }

    /**
     * Points without boosts.
     *
     * @throws ExpressionFailure when the formula fails, or is beyond what can be given at once
     */
    long plain(Variables variables) throws ExpressionFailure {
        Object value = points.value(variables);
        if (!(value instanceof Long whole)) {
            return rounded(points.decimal(value));
        }
        if (whole > MOST_POINTS || whole < -MOST_POINTS) {
            throw tooMany(whole);
        }
        return whole;
    }

    private ExpressionFailure tooMany(Object whole) {
        return points.failure("%s is beyond %s points at once".formatted(whole, MOST_POINTS));
    }

    /** Whether it is the same for every event. */
    boolean isConstant() {
        try {
            points.decimal(Variables.none());
            return true;
        } catch (ExpressionFailure depends) {
            return false;
        }
    }
}
