package dev.laurel.simulation;

import dev.laurel.engine.decisions.RuleDecision;
import java.util.Map;

/**
 * What one rule did.
 *
 * @param rule the rule's id
 * @param outcomes how often each thing came of it
 * @param points what it moved, by wallet
 * @param trimmed points that limits kept back, by wallet
 * @param reasons why it gave less than all, the most frequent first
 */
public record RuleFigures(
        String rule,
        Map<RuleDecision.Outcome, Long> outcomes,
        Map<String, Movement> points,
        Map<String, Long> trimmed,
        Map<String, Long> reasons) {

    /** How often that came of it. */
    public long times(RuleDecision.Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
