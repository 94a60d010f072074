package dev.laurel.badges.catalogue.web;

import dev.laurel.web.Problem;
import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of the catalogue. */
public enum CatalogueProblem implements ProblemType {
    UNKNOWN_BADGE("unknown-badge", "The program has no such badge.", HttpStatus.NOT_FOUND);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    CatalogueProblem(String slug, String title, HttpStatus status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    /** The problem of a badge that a program does not describe. */
    public static Problem unknown(String program, String badge) {
        return new Problem(
                UNKNOWN_BADGE,
                "Expected a badge of program '%s', but '%s' is none.".formatted(program, badge));
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
