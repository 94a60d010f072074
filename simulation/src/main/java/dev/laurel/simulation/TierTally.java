package dev.laurel.simulation;

import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts members by tier, and how they moved. For one thread. */
final class TierTally {

    private final Ladder ladder;
    private final Map<String, Long> members = new TreeMap<>();
    private final Map<String, Long> raised = new TreeMap<>();
    private final Map<String, Long> lowered = new TreeMap<>();

    TierTally(Ladder ladder) {
        this.ladder = ladder;
    }

    void add(@Nullable TierLife life) {
        if (life == null) {
            return;
        }
        count(members, life.tier());
        for (Step step : life.steps()) {
            switch (step) {
                case Step.Raised(_, _, int to) -> count(raised, ladder.id(to));
                case Step.Lowered(_, _, int to) -> count(lowered, ladder.id(to));
                case Step.Warned _ -> {
                    // nothing has changed
                }
            }
        }
    }

    private static void count(Map<String, Long> counts, @Nullable String tier) {
        if (tier != null) {
            counts.merge(tier, 1L, Long::sum);
        }
    }

    List<TierFigures> figures(Journal journal) {
        return ladder.levels().stream().map(level -> figures(level, journal)).toList();
    }

    private TierFigures figures(Level level, Journal journal) {
        String id = level.id();
        return new TierFigures(
                id,
                members.getOrDefault(id, 0L),
                raised.getOrDefault(id, 0L),
                lowered.getOrDefault(id, 0L),
                journal.tier(id));
    }
}
