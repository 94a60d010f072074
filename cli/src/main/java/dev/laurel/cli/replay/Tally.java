package dev.laurel.cli.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the events. Thread-safe. */
final class Tally {

    private final Map<String, Long> byReason = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();
    private final ReplayProgress progress;
    private long accepted;
    private long rejected;

    Tally(ReplayProgress progress) {
        this.progress = progress;
    }

    synchronized void accepted(long events) {
        accepted += events;
        progress.update(accepted + rejected, rejected);
    }

    /**
     * @param reason a problem type's slug
     * @param detail the problem's sentence
     */
    synchronized void rejected(long line, String reason, String detail) {
        rejected++;
        byReason.merge(reason, 1L, Long::sum);
        examples.putIfAbsent(reason, "%s, line %d: %s".formatted(reason, line, detail));
        progress.update(accepted + rejected, rejected);
    }

    synchronized ReplayResult result(Duration duration) {
        List<String> sentences = new ArrayList<>(examples.values());
        return new ReplayResult(
                accepted + rejected, accepted, rejected, byReason, sentences, duration);
    }
}
