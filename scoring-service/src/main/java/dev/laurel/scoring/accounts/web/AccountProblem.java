package dev.laurel.scoring.accounts.web;

import dev.laurel.web.Problem;
import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems with what a member has. */
public enum AccountProblem implements ProblemType {
    INSUFFICIENT_POINTS(
            "insufficient-points", "The member has too few points.", HttpStatus.CONFLICT);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    AccountProblem(String slug, String title, HttpStatus status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    /** The problem of somebody who wants more than can be spent. */
    public static Problem insufficient(String wallet, long wanted, long available) {
        return new Problem(
                INSUFFICIENT_POINTS,
                "Expected at least %d points in wallet '%s', but %d can be spent."
                        .formatted(wanted, wallet, available));
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
