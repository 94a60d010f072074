package dev.laurel.web.autoconfigure;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.ProblemType;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says in the platform's words what Spring MVC refused. */
final class FrameworkProblems {

    private FrameworkProblems() {}

    /**
     * @param status for exceptions that are not known here
     */
    static Problem of(Throwable exception, HttpStatusCode status) {
        return switch (exception) {
            case NoHandlerFoundException e -> noRoute(e.getHttpMethod(), e.getRequestURL());
            case NoResourceFoundException e ->
                    noRoute(e.getHttpMethod().name(), "/" + e.getResourcePath());
            case HttpRequestMethodNotSupportedException e ->
                    new Problem(
                            CommonProblem.METHOD,
                            "Expected %s, but it was %s."
                                    .formatted(joined(e.getSupportedHttpMethods()), e.getMethod()));
            case HttpMediaTypeNotSupportedException e ->
                    new Problem(
                            CommonProblem.BODY_FORMAT,
                            "Expected a Content-Type of %s, but it was %s."
                                    .formatted(
                                            joined(e.getSupportedMediaTypes()),
                                            orNone(e.getContentType())));
            case HttpMediaTypeNotAcceptableException e ->
                    new Problem(
                            CommonProblem.ANSWER_FORMAT,
                            "Expected an Accept header that allows %s, but it does not."
                                    .formatted(joined(e.getSupportedMediaTypes())));
            case HttpMessageNotReadableException e -> UnreadableBodies.problem(e);
            case MethodArgumentTypeMismatchException e -> parameter(e);
            case MissingServletRequestParameterException e ->
                    invalid(
                            "?" + e.getParameterName(),
                            "Expected the parameter '%s', but it is missing."
                                    .formatted(e.getParameterName()));
            case MethodArgumentNotValidException e -> content(e);
            case ErrorResponse e -> plain(e.getStatusCode(), e.getBody().getDetail());
            default -> plain(status, null);
        };
    }

    static Problem plain(HttpStatusCode status, @Nullable String detail) {
        ProblemType type = PlainStatus.of(status);
        // The detail of a server error would tell callers about our insides.
        boolean ours = detail == null || status.is5xxServerError();
        return new Problem(type, ours ? type.title() : Objects.requireNonNull(detail));
    }

    static Problem noRoute(String method, String path) {
        return new Problem(
                CommonProblem.NO_SUCH_ROUTE,
                "Expected an address of the API, but it was %s %s.".formatted(method, path));
    }

    private static Problem parameter(MethodArgumentTypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        String expected = type == null ? "another type" : ExpectedTypes.name(type);
        return invalid(
                "?" + mismatch.getName(),
                "Expected %s for '%s', but it was '%s'."
                        .formatted(expected, mismatch.getName(), mismatch.getValue()));
    }

    private static Problem invalid(String pointer, String message) {
        return new Problem(
                CommonProblem.INVALID_PARAMETER, message, List.of(new Violation(pointer, message)));
    }

    private static Problem content(MethodArgumentNotValidException invalid) {
        List<Violation> errors =
                invalid.getFieldErrors().stream()
                        .map(error ->
                                new Violation(
                                        pointer(error.getField()),
                                        "Expected that it %s, but it was '%s'."
                                                .formatted(
                                                        error.getDefaultMessage(),
                                                        error.getRejectedValue())))
                        .toList();
        return new Problem(
                CommonProblem.INVALID_CONTENT,
                "Expected valid content, but %d fields are wrong.".formatted(errors.size()),
                errors);
    }

    /** {@code a.b[0]} as {@code /a/b/0}. */
    private static String pointer(String field) {
        return "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String orNone(@Nullable MediaType type) {
        return type == null ? "missing" : type.toString();
    }

    private static String joined(@Nullable Iterable<?> values) {
        if (values == null) {
            return "something else";
        }
        return java.util.stream.StreamSupport.stream(values.spliterator(), false)
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(" or "));
    }
}
