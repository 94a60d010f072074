package dev.laurel.cli.replay;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a replay.
 *
 * @param sent lines that were read, blank ones apart; the sum of the next two
 * @param accepted events that the platform has on disk
 * @param rejected events that it refused, and lines that are no JSON object
 * @param byReason how many were rejected per reason, a problem type's slug
 * @param examples one sentence per reason with the line of its first occurrence
 * @param duration from the first line to the last answer
 */
public record ReplayResult(
        long sent,
        long accepted,
        long rejected,
        Map<String, Long> byReason,
        List<String> examples,
        Duration duration) {

    public ReplayResult {
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
        examples = List.copyOf(examples);
    }

    /** Events per second. */
    public double rate() {
        double seconds = duration.toNanos() / 1e9;
        return seconds == 0 ? 0 : sent / seconds;
    }
}
