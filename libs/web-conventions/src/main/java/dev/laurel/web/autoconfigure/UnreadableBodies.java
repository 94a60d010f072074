package dev.laurel.web.autoconfigure;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says where a body is broken: text that is no JSON is a 400, JSON of the wrong shape a 422. */
final class UnreadableBodies {

    private UnreadableBodies() {}

    static Problem problem(HttpMessageNotReadableException exception) {
        return switch (exception.getCause()) {
            case DatabindException shape when !isEmpty(shape) -> wrongShape(shape);
            case DatabindException _ -> missing();
            case JacksonException syntax -> noJson(syntax);
            case null, default -> missing();
        };
    }

    private static Problem missing() {
        return new Problem(
                CommonProblem.UNREADABLE_REQUEST, "Expected a body, but there was none.");
    }

    private static Problem noJson(JacksonException syntax) {
        TokenStreamLocation place = syntax.getLocation();
        String at =
                place == null
                        ? "it"
                        : "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        return new Problem(
                CommonProblem.UNREADABLE_REQUEST,
                "Expected JSON, but %s can't be read: %s.".formatted(at, firstLine(syntax)));
    }

    private static Problem wrongShape(DatabindException shape) {
        String pointer = pointer(shape);
        Violation violation =
                switch (shape) {
                    case UnrecognizedPropertyException e ->
                            expected(
                                    pointer,
                                    "one of " + e.getKnownPropertyIds(),
                                    "'%s'".formatted(e.getPropertyName()));
                    case InvalidFormatException e ->
                            expected(
                                    pointer,
                                    ExpectedTypes.name(e.getTargetType()),
                                    "'%s'".formatted(e.getValue()));
                    case MismatchedInputException e when e.getTargetType() != null ->
                            expected(
                                    pointer, ExpectedTypes.name(e.getTargetType()), "another type");
                    // A record's own check, which speaks to people.
                    case ValueInstantiationException e
                            when e.getCause() instanceof IllegalArgumentException own ->
                            new Violation(pointer, String.valueOf(own.getMessage()));
                    default -> expected(pointer, "another value", "something else");
                };
        return new Problem(
                CommonProblem.INVALID_CONTENT,
                pointer.isEmpty() ? violation.message() : pointer + ": " + violation.message(),
                List.of(violation));
    }

    private static Violation expected(String pointer, String expected, String actual) {
        return new Violation(
                pointer, "Expected %s, but it was %s.".formatted(expected, actual), expected);
    }

    private static boolean isEmpty(DatabindException shape) {
        return shape.getPath().isEmpty() && firstLine(shape).startsWith("No content to map");
    }

    private static String pointer(DatabindException shape) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference reference : shape.getPath()) {
            String name = reference.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(reference.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String firstLine(JacksonException exception) {
        return exception
                .getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceFirst(" \\(start marker at .*", "");
    }
}
