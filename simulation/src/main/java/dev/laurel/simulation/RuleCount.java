package dev.laurel.simulation;

import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** What one rule has done so far. */
final class RuleCount {

    private final Tally<Outcome> outcomes = new Tally<>(Outcome.class);
    private final Map<String, Long> trimmed = new TreeMap<>();
    private final Reasons reasons = new Reasons();

    void add(RuleDecision decision) {
        outcomes.add(decision.outcome());
        if (decision.reason() != null && decision.outcome() != Outcome.TAKEN_BACK) {
            reasons.add(decision.reason());
        }
        if (decision.outcome() == Outcome.CAPPED) {
            decision.asked()
                    .forEach((wallet, asked) ->
                            trimmed.merge(
                                    wallet,
                                    asked - decision.awarded().getOrDefault(wallet, 0L),
                                    Long::sum));
        }
    }

    RuleFigures figures(String rule, Map<String, Movement> points) {
        return new RuleFigures(rule, outcomes.counts(), points, trimmed, reasons.counts());
    }
}
