package dev.laurel.leaderboards.boards.web;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;

/**
 * How many of the first places are watched.
 *
 * @param value 1 to {@value #MAX}
 */
record Top(int value) {

    static final String DEFAULT = "10";
    private static final int MAX = 100;

    Top {
        if (value < 1 || value > MAX) {
            throw invalid(Integer.toString(value));
        }
    }

    /** Reads a query parameter; Spring finds it by its name. */
    public static Top valueOf(String text) {
        try {
            return new Top(Integer.parseInt(text));
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
                List.of(new Violation("?top", message, range)));
    }
}
