package dev.laurel.scoring.tiers.web;

import dev.laurel.scoring.tiers.Census;
import dev.laurel.scoring.tiers.web.TierView.LevelView;
import dev.laurel.tiers.Ladder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tiers of a program.
 *
 * @param wallet the wallet whose points count
 * @param items from low to high
 * @param without members whose points were looked at and reach no tier
 */
record LadderView(String program, String wallet, List<Step> items, long without) {

    /** A tier, and how many members have it. */
    record Step(LevelView tier, long members) {}

    static LadderView of(String program, Ladder ladder, Map<String, Long> members) {
        return new LadderView(
                program,
                ladder.wallet(),
                ladder.levels().stream()
                        .map(level ->
                                new Step(
                                        Objects.requireNonNull(LevelView.of(level)),
                                        members.getOrDefault(level.id(), 0L)))
                        .toList(),
                members.getOrDefault(Census.WITHOUT, 0L));
    }
}
