package dev.laurel.gateway;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems that only the gateway answers; each is explained in docs/errors.md. */
public enum GatewayProblem implements ProblemType {
    INVALID_EVENT("invalid-event", "The event is malformed.", UNPROCESSABLE_CONTENT),
    UNKNOWN_EVENT_TYPE(
            "unknown-event-type", "The program has no such type of event.", UNPROCESSABLE_CONTENT),
    BATCH_TOO_LARGE("batch-too-large", "The batch has too many events.", CONTENT_TOO_LARGE),
    NOT_STORED("not-stored", "The events may not have been stored.", SERVICE_UNAVAILABLE),
    SERVICE_DOWN("service-down", "A part of the platform does not answer.", SERVICE_UNAVAILABLE);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    GatewayProblem(String slug, String title, HttpStatus status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
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
