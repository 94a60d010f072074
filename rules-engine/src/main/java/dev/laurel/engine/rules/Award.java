package dev.laurel.engine.rules;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.limits.Limit;
import java.util.ArrayList;
import java.util.List;

/**
 * Points that a rule asks for in one wallet.
 *
 * @param wallet the wallet's id
 * @param points how many, negative to take
 * @param limits what bounds them: the rule's own, those that refuse first, then those that trim
 *     from the shortest period to the longest; then those that it shares with other rules
 */
public record Award(String wallet, Expression points, List<Limit> limits) {

    public Award {
        limits = List.copyOf(limits);
    }

    /** With further limits behind its own. */
    Award with(List<Limit> more) {
        List<Limit> all = new ArrayList<>(limits);
        all.addAll(more);
        return new Award(wallet, points, all);
    }
}
