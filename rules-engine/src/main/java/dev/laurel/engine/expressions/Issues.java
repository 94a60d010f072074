package dev.laurel.engine.expressions;

import dev.cel.common.CelIssue;
import dev.laurel.engine.document.Names;
import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What CEL's parser and checker say, in words for a program's author. */
final class Issues {

    private static final Pattern FIELD = Pattern.compile("undefined field '(.+)'");
    private static final Pattern NAME = Pattern.compile("undeclared reference to '(.+?)' .*");
    private static final Pattern OVERLOAD =
            Pattern.compile(
                    "found no matching overload for '(.+?)' applied to '(.+?)' \\(candidates: .*",
                    Pattern.DOTALL);
    private static final Pattern SELECTION =
            Pattern.compile("type '(.+)' does not support field selection");

    /** What member and program get in later versions of the language. */
    private static final Set<String> LATER =
            Set.of("locale", "segments", "team", "optIns", "balance");

    private final Vocabulary vocabulary;
    private final Place place;

    Issues(Vocabulary vocabulary, Place place) {
        this.vocabulary = vocabulary;
        this.place = place;
    }

    Problem problem(CelIssue issue) {
        String message = issue.getMessage();
        Matcher field = FIELD.matcher(message);
        if (field.matches()) {
            Set<String> names = vocabulary.fieldNames();
            names.remove(field.group(1)); // another object may have it
            return unknown(issue, "field", field.group(1), names, 2);
        }
        Matcher name = NAME.matcher(message);
        if (name.matches()) {
            Set<String> names = new HashSet<>(vocabulary.variables().keySet());
            names.addAll(Functions.names());

            return unknownName(issue, name.group(1), names);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return at(issue, overload(overload.group(1), overload.group(2)), null, 1);
        }
        Matcher selection = SELECTION.matcher(message);
        if (selection.matches()) {
            return at(
                    issue,
                    "Expected an object before the field, but it was a %s."
                            .formatted(selection.group(1)),
                    null,
                    1);
        }
        return at(issue, syntax(message), null, 1);
    }

    private Problem unknown(
            CelIssue issue, String kind, String name, Collection<String> known, int shift) {
        if (LATER.contains(name)) {
            return at(
                    issue,
                    "Expected %s, but '%s' is not available yet."
                            .formatted(Names.oneOf(known), name),
                    null,
                    shift);
        }
        String nearest = Names.nearest(name, known);
        String wish = nearest == null ? Names.oneOf(known) : "'" + nearest + "'";
        String text = "Expected %s, but the %s '%s' is unknown.".formatted(wish, kind, name);
        return at(issue, text, nearest, shift);
    }

    private Problem unknownName(CelIssue issue, String name, Collection<String> known) {
        String nearest = Names.nearest(name, known);
        String wish = nearest == null ? "a variable or function" : "'" + nearest + "'";
        return at(
                issue,
                "Expected %s, but the name '%s' is unknown.".formatted(wish, name),
                nearest,
                1);
    }

    private static String overload(String function, String types) {
        String operator = Functions.OPERATORS.get(function);
        return operator == null
                ? "Expected arguments that %s() takes, but they were %s.".formatted(function, types)
                : "Expected operands that go with '%s', but they were %s."
                        .formatted(operator, types);
    }

    private static String syntax(String message) {
        if (message.contains("'<EOF>'")) {
            return "Expected more, but the expression ended here.";
        }
        int list = message.indexOf(" expecting ");
        String what = list < 0 ? message : message.substring(0, list);
        return "Expected an expression, but it could not be read: %s.".formatted(what);
    }

    /** CEL counts columns from 0, and a selection is where its dot is. */
    private Problem at(CelIssue issue, String message, @Nullable String expected, int shift) {
        return new Problem(
                place.pointer(),
                message,
                expected,
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn() + shift);
    }
}
