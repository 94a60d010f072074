package dev.laurel.engine.challenges;

import dev.laurel.engine.periods.Days;
import dev.laurel.engine.scopes.Control;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Awards once enough of its steps are reached.
 *
 * @param id its id
 * @param name what people call it, in the program's first locale
 * @param open the days on which events count, in the program's time zone
 * @param byTeam whether what the members of a team do counts together
 * @param repeat how often a member can complete it
 * @param inSequence whether a step counts only from when the one before was reached
 * @param entry whose events count
 * @param steps what has to be reached
 * @param enough how many of the steps
 * @param points points per wallet that it gives
 * @param badge the badge that it gives
 * @param takenBack whether it takes its award back when a step no longer holds
 * @param winners how many members get its award, {@code null} for all who complete it
 * @param control who is held out from its award, {@code null} for nobody
 */
public record Challenge(
        String id,
        String name,
        Days open,
        boolean byTeam,
        Repeat repeat,
        boolean inSequence,
        Entry entry,
        List<Step> steps,
        int enough,
        Map<String, Long> points,
        @Nullable String badge,
        boolean takenBack,
        @Nullable Integer winners,
        @Nullable Control control) {

    public Challenge {
        steps = List.copyOf(steps);
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /** The steps that a metric measures. */
    public List<Step.Measured> measuredSteps() {
        return steps.stream()
                .filter(Step.Measured.class::isInstance)
                .map(Step.Measured.class::cast)
                .toList();
    }

    /** Why a member of a program gets no award for completing it, {@code null} if they do. */
    public @Nullable String heldOut(String program, String member) {
        return control != null && control.holdsOut(program, member) ? control.reason() : null;
    }

    /** Whether it looks at what the registry says of the member, not only at events. */
    public boolean looksAtMember() {
        for (Step step : steps) {
            if (step instanceof Step.Known) {
                return true;
            }
        }
        return false;
    }
}
