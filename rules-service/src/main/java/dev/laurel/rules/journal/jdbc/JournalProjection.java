package dev.laurel.rules.journal.jdbc;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.intake.Projection;
import dev.laurel.intake.Received;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a batch of decisions. Duplicates of events are counted and not stored. Progress follows
 * only decisions that were not there before, so that a batch which comes again changes nothing.
 */
final class JournalProjection implements Projection<JournalDecision> {

    private final DecisionTable decisions;
    private final ProgressTable progress;
    private final TeamTable teams;
    private final Counter duplicates;

    JournalProjection(
            DecisionTable decisions, ProgressTable progress, TeamTable teams, Counter duplicates) {
        this.decisions = decisions;
        this.progress = progress;
        this.teams = teams;
        this.duplicates = duplicates;
    }

    @Override
    public void apply(List<Received<JournalDecision>> batch) {
        List<Received<JournalDecision>> originals =
                batch.stream()
                        .filter(each -> each.value().outcome() != Decision.Outcome.DUPLICATE)
                        .toList();
        Set<UUID> added = decisions.add(originals);
        List<JournalDecision> news =
                originals.stream()
                        .map(Received::value)
                        .filter(decision -> added.contains(decision.id()))
                        .toList();
        progress.advance(news);
        teams.advance(news);
        duplicates.increment(batch.size() - originals.size());
    }
}
