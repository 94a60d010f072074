package dev.laurel.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Mechanics by the metrics that they read. Immutable. */
final class ByMetric<T> {

    private final Map<String, List<Ranked<T>>> index = new HashMap<>();

    /** A mechanic with its place among all of its kind. */
    private record Ranked<T>(int rank, T mechanic) {}

    ByMetric(List<T> mechanics, Function<T, Set<String>> metrics) {
        for (int rank = 0; rank < mechanics.size(); rank++) {
            T mechanic = mechanics.get(rank);
            for (String metric : metrics.apply(mechanic)) {
                index.computeIfAbsent(metric, m -> new ArrayList<>())
                        .add(new Ranked<>(rank, mechanic));
            }
        }
    }

    /** Those that read a metric. */
    List<T> over(String metric) {
        return index.getOrDefault(metric, List.of()).stream().map(Ranked::mechanic).toList();
    }

    /** Those that read any of these metrics, each once. */
    Collection<T> over(Set<String> metrics) {
        List<T> found = new ArrayList<>();
        BitSet ranks = new BitSet();
        for (String metric : metrics) {
            for (Ranked<T> each : index.getOrDefault(metric, List.of())) {
                if (!ranks.get(each.rank())) {
                    ranks.set(each.rank());
                    found.add(each.mechanic());
                }
            }
        }
        return found;
    }
}
