package dev.laurel.engine.decisions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said.
 *
 * @param rule the rule's id
 * @param outcome what came of it
 * @param asked points per wallet, in the order of the award, that the award's formula gave,
 *     negative when a rule takes or is undone; without zeros
 * @param awarded points per wallet that were given or taken after limits; without zeros
 * @param lines what was asked for part by part, where boosts had a say; those of a wallet sum to it
 * @param reason for everything but {@link Outcome#AWARDED}: a sentence with the values that it saw
 */
public record RuleDecision(
        String rule,
        Outcome outcome,
        Map<String, Long> asked,
        Map<String, Long> awarded,
        List<Line> lines,
        @Nullable String reason) {

    /** What came of a rule. */
    public enum Outcome {
        /** All that was asked was given or taken. */
        AWARDED,
        /** A limit trimmed it, possibly to nothing. */
        CAPPED,
        /** The condition did not hold, or a limit refused it whole. */
        REFUSED,
        /** The event happened at a time at which the rule is not in force. */
        NOT_IN_WINDOW,
        /** The rule is not for this member. */
        NOT_IN_AUDIENCE,
        /** It would have awarded what was asked, but the member is in its control share. */
        HELD_OUT,
        /** An expression failed on this event, see the reason; the other rules went on. */
        FAILED,
        /** What the rule gave for the reversed event was taken back. */
        TAKEN_BACK
    }

    public RuleDecision {
        asked = inOrder(asked);
        awarded = inOrder(awarded);
        lines = List.copyOf(lines);
    }

    private static Map<String, Long> inOrder(Map<String, Long> points) {
        return switch (points.size()) {
            case 0 -> Map.of();
            case 1 -> {
                Map.Entry<String, Long> only = points.entrySet().iterator().next();
                yield Map.of(only.getKey(), only.getValue());
            }
            default -> Collections.unmodifiableMap(new LinkedHashMap<>(points));
        };
    }

    /** Without boosts. */
    public RuleDecision(
            String rule,
            Outcome outcome,
            Map<String, Long> asked,
            Map<String, Long> awarded,
            @Nullable String reason) {
        this(rule, outcome, asked, awarded, List.of(), reason);
    }
}
