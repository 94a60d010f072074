package dev.laurel.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * Everything that one run found.
 *
 * @param machine where it ran
 * @param settings how it was asked to run, by name
 * @param figures what it measured, in the order of measuring
 */
public record Report(Machine machine, Map<String, String> settings, List<Figure> figures) {

    public Report {
        figures = List.copyOf(figures);
    }
}
