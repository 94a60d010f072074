package dev.laurel.scoring.budgets.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems with budgets. */
enum BudgetProblem implements ProblemType {
    UNKNOWN_BUDGET("unknown-budget", "The program has no such budget.", HttpStatus.NOT_FOUND);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    BudgetProblem(String slug, String title, HttpStatus status) {
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
