package dev.laurel.engine.rules;

import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.limits.Limit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives or takes points for an event.
 *
 * @param id its id
 * @param on the type of events that concern it
 * @param when which of them
 * @param beneficiary who gets the points, {@code null} for the event's subject
 * @param awards points per wallet
 */
public record Rule(
        String id,
        String on,
        Condition when,
        @Nullable Expression beneficiary,
        List<Award> awards) {

    public Rule {
        awards = List.copyOf(awards);
    }

    /** With limits by wallet that it shares with other rules. */
    Rule sharing(Map<String, List<Limit>> limits) {
        return new Rule(
                id,
                on,
                when,
                beneficiary,
                awards.stream()
                        .map(award -> award.with(limits.getOrDefault(award.wallet(), List.of())))
                        .toList());
    }
}
