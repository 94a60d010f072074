package dev.laurel.rules.explanations.web;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of explanations; those of events are the intake's. */
enum ExplanationProblem implements ProblemType {
    INVALID_EVENT("invalid-event", "The event is malformed.", UNPROCESSABLE_CONTENT),
    UNKNOWN_EVENT_TYPE(
            "unknown-event-type", "The program has no such type of event.", UNPROCESSABLE_CONTENT),
    NOT_EXPLAINABLE(
            "not-explainable", "Nobody can explain this here and now.", SERVICE_UNAVAILABLE);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    ExplanationProblem(String slug, String title, HttpStatus status) {
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
