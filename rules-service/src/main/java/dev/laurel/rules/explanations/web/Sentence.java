package dev.laurel.rules.explanations.web;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.RuleDecision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a rule would do, in plain words.
 *
 * @param rule the rule's id
 * @param text a sentence in English
 */
record Sentence(String rule, String text) {

    static List<Sentence> of(Decision decision) {
        return decision.rules().stream().map(it -> new Sentence(it.rule(), text(it))).toList();
    }

    private static String text(RuleDecision rule) {
        String reason = Objects.requireNonNullElse(rule.reason(), "No reason was given.");
        return switch (rule.outcome()) {
            case AWARDED -> "It moves %s.".formatted(points(rule.awarded()));
            case CAPPED ->
                    "It moves %s of %s. %s"
                            .formatted(points(rule.awarded()), points(rule.asked()), reason);
            case REFUSED, NOT_IN_WINDOW, NOT_IN_AUDIENCE -> "It gives nothing. " + reason;
            case HELD_OUT -> "It would move %s. %s".formatted(points(rule.asked()), reason);
            case FAILED -> "It could not be evaluated. " + reason;
            case TAKEN_BACK -> "What it gave is taken back: %s.".formatted(points(rule.awarded()));
        };
    }

    private static String points(Map<String, Long> points) {
        return points.isEmpty()
                ? "no points"
                : points.entrySet().stream()
                        .map(it -> "%+d %s".formatted(it.getValue(), it.getKey()))
                        .collect(Collectors.joining(" and "));
    }
}
