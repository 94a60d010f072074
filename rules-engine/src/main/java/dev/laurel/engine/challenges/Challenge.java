package dev.laurel.engine.challenges;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Awards once all of its steps are reached.
 *
 * @param id its id
 * @param name what people call it
 * @param opens its first day, in the program's time zone
 * @param closes its last day
 * @param steps what has to be reached
 * @param points points per wallet that it gives
 * @param badge the badge that it gives
 * @param takenBack whether it takes its award back when a step no longer holds
 */
public record Challenge(
        String id,
        String name,
        LocalDate opens,
        LocalDate closes,
        List<Step> steps,
        Map<String, Long> points,
        @Nullable String badge,
        boolean takenBack) {

    public Challenge {
        steps = List.copyOf(steps);
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /**
     * A step.
     *
     * @param id its id, unique within the challenge
     * @param metric the metric that measures it
     * @param target what the metric has to reach
     * @param window which events count
     */
    public record Step(String id, String metric, double target, Window window) {}

    /** Which events count for a step. */
    public enum Window {
        /** Those from the challenge's first day to its last. */
        CHALLENGE,
        /** All until the challenge's last day. */
        EVER
    }

    /** Whether a day is one of the challenge's. */
    public boolean isOpen(LocalDate date) {
        return !date.isBefore(opens) && !date.isAfter(closes);
    }
}
