package dev.laurel.rules.journal.jdbc;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.intake.Projection;
import dev.laurel.intake.Received;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes a batch of decisions. Duplicates of events are counted with all others and not stored.
 * Progress follows only decisions that were not there before, so that a batch which comes again
 * changes nothing.
 */
final class JournalProjection implements Projection<JournalDecision> {

    private final DecisionTable decisions;
    private final ProgressTable progress;
    private final TeamTable teams;
    private final MeterRegistry meters;

    JournalProjection(
            DecisionTable decisions,
            ProgressTable progress,
            TeamTable teams,
            MeterRegistry meters) {
        this.decisions = decisions;
        this.progress = progress;
        this.teams = teams;
        this.meters = meters;
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
        count(batch);
    }

    /** {@code laurel.decisions}; a batch that comes again after a failure is counted again. */
    private void count(List<Received<JournalDecision>> batch) {
        Map<List<String>, Long> counts =
                batch.stream()
                        .map(Received::value)
                        .collect(
                                Collectors.groupingBy(
                                        it ->
                                                List.of(
                                                        it.program(),
                                                        it.event().type(),
                                                        it.outcome()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)),
                                        Collectors.counting()));
        counts.forEach((of, count) ->
                meters.counter(
                                "laurel.decisions",
                                "program",
                                of.get(0),
                                "type",
                                of.get(1),
                                "outcome",
                                of.get(2))
                        .increment(count));
    }
}
