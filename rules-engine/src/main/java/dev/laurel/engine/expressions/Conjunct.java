package dev.laurel.engine.expressions;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a condition that has to hold.
 *
 * @param test what has to be true
 * @param observed what to show when it is not
 */
record Conjunct(Expression test, List<Expression> observed) {

    boolean holds(Variables variables) throws ExpressionFailure {
        Object value = test.value(variables);
        if (value instanceof Boolean holds) {
            return holds;
        }
        throw new ExpressionFailure(test.text(), "it was " + Shown.of(value));
    }

    String reason(Variables variables) {
        String seen =
                observed.stream()
                        .map(part -> seen(part, variables))
                        .collect(Collectors.joining(" and "));
        return "Expected %s, but %s.".formatted(test.text(), seen.isEmpty() ? "it was not" : seen);
    }

    private static String seen(Expression part, Variables variables) {
        try {
            return part.text() + " was " + Shown.of(part.value(variables));
        } catch (ExpressionFailure missing) {
            return part.text() + " was missing";
        }
    }
}
