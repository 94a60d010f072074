package dev.laurel.scoring.requests.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems with the key of a request. */
enum RequestProblem implements ProblemType {
    KEY_REQUIRED(
            "idempotency-key-required",
            "The request needs an Idempotency-Key header.",
            HttpStatus.BAD_REQUEST),
    KEY_REUSED(
            "idempotency-key-reused",
            "The Idempotency-Key was used for another request.",
            HttpStatus.UNPROCESSABLE_CONTENT);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    RequestProblem(String slug, String title, HttpStatus status) {
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
