package dev.laurel.engine.rules;

import dev.laurel.engine.boosts.Boosting;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.limits.Limit;
import dev.laurel.engine.limits.Pace;
import dev.laurel.engine.scopes.Scope;
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
 * @param scope when and for whom it is
 * @param pace how often it awards
 * @param awards points per wallet
 * @param boosts what multiplies or adds to them, in the program's order
 */
public record Rule(
        String id,
        String on,
        Condition when,
        @Nullable Expression beneficiary,
        Scope scope,
        Pace pace,
        List<Award> awards,
        List<Boosting> boosts) {

    public Rule {
        awards = List.copyOf(awards);
        boosts = List.copyOf(boosts);
    }

    /** With limits by wallet that it shares with other rules. */
    Rule sharing(Map<String, List<Limit>> limits) {
        List<Award> bounded =
                awards.stream()
                        .map(award -> award.with(limits.getOrDefault(award.wallet(), List.of())))
                        .toList();
        return new Rule(id, on, when, beneficiary, scope, pace, bounded, boosts);
    }

    /** With boosts, as far as they concern its wallets. */
    public Rule boosted(List<Boosting> all) {
        List<Boosting> own =
                all.stream()
                        .filter(each ->
                                awards.stream().anyMatch(a -> each.boost().concerns(a.wallet())))
                        .toList();
        boolean varies = !own.isEmpty() || !awards.stream().allMatch(Award::isConstant);
        return new Rule(id, on, when, beneficiary, scope, pace.refusing(varies), awards, own);
    }

    /** Whether only the partition of the member whom it is for can tell if it applies. */
    public boolean readsMember() {
        return when.readsMember() || scope.readsMember();
    }
}
