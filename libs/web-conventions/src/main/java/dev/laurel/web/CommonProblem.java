package dev.laurel.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Problems that any service may answer. */
public enum CommonProblem implements ProblemType {
    UNREADABLE_REQUEST("unreadable-request", "The request can't be read.", BAD_REQUEST),
    INVALID_PARAMETER("invalid-parameter", "A parameter has a wrong value.", BAD_REQUEST),
    INVALID_CURSOR("invalid-cursor", "The cursor is none that was handed out here.", BAD_REQUEST),
    NO_SUCH_ROUTE("no-such-route", "There is nothing at this address.", NOT_FOUND),
    UNKNOWN_PROGRAM("unknown-program", "There is no such program.", NOT_FOUND),
    UNKNOWN_MEMBER("unknown-member", "Nothing is known of this member.", NOT_FOUND),
    METHOD("method-not-allowed", "This address has no such method.", METHOD_NOT_ALLOWED),
    ANSWER_FORMAT("not-acceptable", "The answer can't have the format asked for.", NOT_ACCEPTABLE),
    STALE("precondition-failed", "It was changed in the meantime.", PRECONDITION_FAILED),
    TOO_LARGE("body-too-large", "The body is too large.", CONTENT_TOO_LARGE),
    BODY_FORMAT(
            "unsupported-media-type",
            "The body's format is not known here.",
            UNSUPPORTED_MEDIA_TYPE),
    INVALID_CONTENT("invalid-content", "The body has wrong content.", UNPROCESSABLE_CONTENT),
    IF_MATCH_REQUIRED(
            "precondition-required",
            "The request needs an If-Match header.",
            PRECONDITION_REQUIRED),
    INTERNAL("internal-error", "Something went wrong here.", INTERNAL_SERVER_ERROR),
    UNAVAILABLE("unavailable", "This can't be answered right now.", SERVICE_UNAVAILABLE);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    CommonProblem(String slug, String title, HttpStatus status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    /** The general problem of a status, for errors that come from the framework. */
    public static Optional<CommonProblem> of(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status.value() == status.value())
                .findFirst();
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
