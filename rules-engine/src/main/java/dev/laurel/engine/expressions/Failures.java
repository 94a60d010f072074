package dev.laurel.engine.expressions;

import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CEL says when an expression fails, in words for people. */
final class Failures {

    private static final Pattern PREFIX =
            Pattern.compile("^evaluation error(?: at [^ ]+)?: (.*)$", Pattern.DOTALL);
    private static final Pattern MISSING_KEY =
            Pattern.compile("^key '(.*)' is not present in map\\.$");

    private Failures() {}

    /** A clause that can follow "but". */
    static String why(CelEvaluationException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher prefixed = PREFIX.matcher(message);
        String why = prefixed.matches() ? prefixed.group(1) : message;
        Matcher missing = MISSING_KEY.matcher(why);
        if (missing.matches()) {
            return "'%s' is missing".formatted(missing.group(1));
        }
        return switch (why) {
            case "/ by zero" -> "it divides by zero";
            case "long overflow" -> "it exceeds 64 bits";
            default -> why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
        };
    }
}
