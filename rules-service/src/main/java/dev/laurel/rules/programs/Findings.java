package dev.laurel.rules.programs;

import java.util.List;

/**
 * What checking a document brought to light.
 *
 * @param problems all that keeps it from being published
 * @param warnings what may be meant, but is probably not
 */
public record Findings(List<Finding> problems, List<Finding> warnings) {

    public Findings {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    public boolean isValid() {
        return problems.isEmpty();
    }
}
