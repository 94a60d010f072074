package dev.laurel.scoring.spending.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems with holds. */
enum SpendingProblem implements ProblemType {
    UNKNOWN_HOLD("unknown-hold", "There is no such hold.", HttpStatus.NOT_FOUND),
    HOLD_CLOSED("hold-closed", "The hold has ended otherwise.", HttpStatus.CONFLICT);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    SpendingProblem(String slug, String title, HttpStatus status) {
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
