package dev.laurel.engine.decisions;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param reason for everything but {@link Outcome#AWARDED}: a sentence with the values that it saw
 */
public record RuleDecision(
        String rule,
        Outcome outcome,
        Map<String, Long> asked,
        Map<String, Long> awarded,
        @Nullable String reason) {

    /** What came of a rule. */
    public enum Outcome {
        /** All that was asked was given or taken. */
        AWARDED,
        /** A limit trimmed it, possibly to nothing. */
        CAPPED,
        /** The condition did not hold, or a limit refused it whole. */
        REFUSED,
        /** An expression failed on this event, see the reason; the other rules went on. */
        FAILED,
        /** What the rule gave for the reversed event was taken back. */
        TAKEN_BACK
    }

    public RuleDecision {
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
        awarded = Collections.unmodifiableMap(new LinkedHashMap<>(awarded));
    }
}
