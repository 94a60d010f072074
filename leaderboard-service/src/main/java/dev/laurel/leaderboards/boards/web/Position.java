package dev.laurel.leaderboards.boards.web;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;

/**
 * The place that a list begins with, counted from the very first.
 *
 * @param value 1 to {@value #MAX}
 */
record Position(int value) {

    static final String FIRST = "1";
    private static final int MAX = 1_000_000_000;

    Position {
        if (value < 1 || value > MAX) {
            throw invalid(Integer.toString(value));
        }
    }

    /** Reads a query parameter; Spring finds it by its name. */
    public static Position valueOf(String text) {
        try {
            return new Position(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw invalid(text);
        }
    }

    private static Problem invalid(String text) {
        String range = "a whole number from 1 to " + MAX;
        String message = "Expected %s, but it was '%s'.".formatted(range, text);
        return new Problem(
                CommonProblem.INVALID_PARAMETER,
                message,
                List.of(new Violation("?from", message, range)));
    }
}
