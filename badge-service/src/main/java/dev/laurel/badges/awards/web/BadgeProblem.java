package dev.laurel.badges.awards.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems that only this service answers. */
enum BadgeProblem implements ProblemType {
    UNKNOWN_BADGE_AWARD("unknown-badge-award", "There is no such award.", HttpStatus.NOT_FOUND);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    BadgeProblem(String slug, String title, HttpStatus status) {
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
