package dev.laurel.engine.revisions;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace.Contribution;
import dev.laurel.engine.traces.EventTrace.Mark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes that led to a version of a program.
 *
 * @param version the version, 0 for a program that was never published
 * @param changes by metric, challenge, streak or badge; those that never changed are left out
 */
public record Revisions(int version, Map<Cause, Revision> changes) {

    /** Of a program that was never published. */
    public static final Revisions NONE = new Revisions(0, Map.of());

    public Revisions {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /**
     * Those that lead to a later version.
     *
     * @param choices what becomes of progress in each mechanic that the version changes
     */
    public Revisions next(int nextVersion, Map<Cause, Choice> choices) {
        Map<Cause, Revision> next = new LinkedHashMap<>(changes);
        choices.forEach((mechanic, choice) -> {
            Revision before = changes.get(mechanic);
            int restarted = before == null ? 0 : before.restarted();
            next.put(
                    mechanic,
                    new Revision(
                            nextVersion,
                            choice,
                            choice == Choice.RESTART ? nextVersion : restarted));
        });
        return new Revisions(nextVersion, next);
    }

    /** What becomes of a mechanic's progress that was last brought up to a version. */
    @Nullable Choice since(int sinceVersion, Cause mechanic) {
        Revision revision = changes.get(mechanic);
        return revision == null ? null : revision.since(sinceVersion);
    }

    /**
     * What is left of a contribution that was made under a version, {@code null} for nothing: cells
     * that have begun anew do not have it.
     */
    public @Nullable Contribution left(Contribution contribution, int sinceVersion) {
        if (changes.isEmpty() || sinceVersion >= version) {
            return contribution;
        }
        List<MetricKey> cells =
                contribution.cells().stream()
                        .filter(cell -> !hasRestarted(cell, sinceVersion))
                        .toList();
        return cells.isEmpty()
                ? null
                : new Contribution(cells, contribution.amount(), contribution.byLine());
    }

    /** Whether what a mechanic had awarded under a version was kept when it changed. */
    public boolean keeps(Cause mechanic, int sinceVersion) {
        return since(sinceVersion, mechanic) == Choice.KEEP;
    }

    /** Metrics that have begun anew since a version, by id, in the order of the changes. */
    public Set<String> restartedMetrics(int sinceVersion) {
        Set<String> restarted = new LinkedHashSet<>();
        for (Cause mechanic : changes.keySet()) {
            if (mechanic.kind() == Cause.Kind.METRIC
                    && since(sinceVersion, mechanic) == Choice.RESTART) {
                restarted.add(mechanic.id());
            }
        }
        return Collections.unmodifiableSet(restarted);
    }

    /** Whether a metric has begun anew since a version. */
    private boolean hasRestarted(String metric, int sinceVersion) {
        return since(sinceVersion, Cause.metric(metric)) == Choice.RESTART;
    }

    /** Whether a streak still has a mark that was made under a version. */
    public boolean has(Mark mark, int sinceVersion) {
        return since(sinceVersion, Cause.streak(mark.streak())) != Choice.RESTART;
    }

    private boolean hasRestarted(MetricKey cell, int sinceVersion) {
        return hasRestarted(cell.metric(), sinceVersion)
                || (cell.scope().isProgress()
                        && since(sinceVersion, Cause.challenge(cell.challenge()))
                                == Choice.RESTART);
    }
}
