package dev.laurel.web;

import java.util.List;

/**
 * How many items a page has. A controller takes it as {@code @RequestParam(defaultValue =
 * PageLimit.DEFAULT) PageLimit limit}; out of range it is the problem {@link
 * CommonProblem#INVALID_PARAMETER}.
 *
 * @param value 1 to {@value #MAX}
 */
public record PageLimit(int value) {

    public static final String DEFAULT = "50";
    public static final int MAX = 500;

    public PageLimit {
        if (value < 1 || value > MAX) {
            throw invalid(Integer.toString(value));
        }
    }

    /** Reads a query parameter; Spring finds it by its name. */
    public static PageLimit valueOf(String text) {
        try {
            return new PageLimit(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw invalid(text);
        }
    }

    /** What to ask the database for, so that one sees whether more follows. */
    public int plusOne() {
        return value + 1;
    }

    private static Problem invalid(String text) {
        String range = "a whole number from 1 to " + MAX;
        String message = "Expected %s, but it was '%s'.".formatted(range, text);
        return new Problem(
                CommonProblem.INVALID_PARAMETER,
                "The limit is wrong. " + message,
                List.of(new Violation("?limit", message, range)));
    }
}
