package dev.laurel.engine.rules;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.periods.Period;
import java.util.List;

/**
 * Points that a rule asks for in one wallet.
 *
 * @param wallet the wallet's id
 * @param points how many, negative to take
 * @param limits what bounds them, those that refuse first, then those that trim from the shortest
 *     period to the longest
 */
public record Award(String wallet, Expression points, List<Limit> limits) {

    public Award {
        limits = List.copyOf(limits);
    }

    /**
     * A limit per member.
     *
     * @param per the period that it is for
     * @param points at most so many in it
     * @param whole whether it refuses an award that does not fit instead of trimming it
     */
    public record Limit(Period per, long points, boolean whole) {}
}
