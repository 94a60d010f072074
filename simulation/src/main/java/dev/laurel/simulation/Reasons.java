package dev.laurel.simulation;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts sentences by what they expected: "Expected x &gt; 0, but it was -3." and "Expected x &gt;
 * 0, but it was -4." are one. Bounded, whatever the sentences say.
 */
final class Reasons {

    static final String OTHERS = "Other reasons";
    private static final int MOST = 50;
    private static final String BUT = ", but ";

    private final Map<String, Long> counts = new HashMap<>();

    void add(String sentence) {
        int but = sentence.indexOf(BUT);
        String expected = but < 0 ? sentence : sentence.substring(0, but);
        String counted = counts.size() < MOST || counts.containsKey(expected) ? expected : OTHERS;
        counts.merge(counted, 1L, Long::sum);
    }

    /** The most frequent first. */
    Map<String, Long> counts() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Comparator.comparing(Map.Entry<String, Long>::getValue)
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
