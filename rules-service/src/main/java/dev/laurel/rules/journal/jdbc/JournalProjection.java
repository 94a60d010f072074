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
    private final Counter duplicates;

    JournalProjection(DecisionTable decisions, ProgressTable progress, Counter duplicates) {
        this.decisions = decisions;
        this.progress = progress;
        this.duplicates = duplicates;
    }

    @Override
    public void apply(List<Received<JournalDecision>> batch) {
        List<Received<JournalDecision>> originals =
                batch.stream()
                        .filter(each -> each.value().outcome() != Decision.Outcome.DUPLICATE)
                        .toList();
        Set<UUID> added = decisions.add(originals);
        progress.advance(
                originals.stream()
                        .map(Received::value)
                        .filter(decision -> added.contains(decision.id()))
                        .toList());
        duplicates.increment(batch.size() - originals.size());
    }
}
