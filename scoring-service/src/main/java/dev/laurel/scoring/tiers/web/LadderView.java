package dev.laurel.scoring.tiers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.tiers.Census;
import dev.laurel.scoring.tiers.web.TierView.LevelView;
import dev.laurel.tiers.Ladder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a program.
 *
 * @param wallet the wallet whose points count, {@code null} if a metric does
 * @param metric the metric that counts, {@code null} if points do
 * @param items from low to high
 * @param without members who were looked at and reach no tier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LadderView(
        String program,
        @Nullable String wallet,
        @Nullable String metric,
        List<Step> items,
        long without) {

    /** A tier, and how many members have it. */
    record Step(LevelView tier, long members) {}

    static LadderView of(String program, Ladder ladder, Map<String, Long> members) {
        return new LadderView(
                program,
                MeasureView.wallet(ladder),
                MeasureView.metric(ladder),
                ladder.levels().stream()
                        .map(level ->
                                new Step(
                                        Objects.requireNonNull(LevelView.of(level)),
                                        members.getOrDefault(level.id(), 0L)))
                        .toList(),
                members.getOrDefault(Census.WITHOUT, 0L));
    }
}
