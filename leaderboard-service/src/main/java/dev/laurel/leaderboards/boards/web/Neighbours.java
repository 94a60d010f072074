package dev.laurel.leaderboards.boards.web;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;

/**
 * How many places before and how many behind a member are wanted.
 *
 * @param value 0 to {@value #MAX}
 */
record Neighbours(int value) {

    static final String DEFAULT = "3";
    private static final int MAX = 50;

    Neighbours {
        if (value < 0 || value > MAX) {
            throw invalid(Integer.toString(value));
        }
    }

    /** Reads a query parameter; Spring finds it by its name. */
    public static Neighbours valueOf(String text) {
        try {
            return new Neighbours(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw invalid(text);
        }
    }

    private static Problem invalid(String text) {
        String range = "a whole number from 0 to " + MAX;
        String message = "Expected %s, but it was '%s'.".formatted(range, text);
        return new Problem(
                CommonProblem.INVALID_PARAMETER,
                message,
                List.of(new Violation("?around", message, range)));
    }
}
