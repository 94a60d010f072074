package dev.laurel.scoring.tiers.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems with tiers. */
enum TierProblem implements ProblemType {
    NO_TIERS("no-tiers", "The program has no tiers.", HttpStatus.NOT_FOUND);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    TierProblem(String slug, String title, HttpStatus status) {
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
