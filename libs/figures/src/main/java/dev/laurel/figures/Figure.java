package dev.laurel.figures;

import java.util.Map;

/**
 * A number that an operator looks at.
 *
 * @param name lower case with dots, such as {@code laurel.budget.left}; Prometheus has underscores
 * @param tags what it is of; the same names for all figures of the same name
 * @param value as it is now
 */
public record Figure(String name, Map<String, String> tags, double value) {

    public Figure {
        tags = Map.copyOf(tags);
    }
}
