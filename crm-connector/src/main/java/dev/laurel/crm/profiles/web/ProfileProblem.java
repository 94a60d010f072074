package dev.laurel.crm.profiles.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems that only this service answers. */
enum ProfileProblem implements ProblemType {
    UNKNOWN_MEMBER("unknown-member", "The program has no such member.", HttpStatus.NOT_FOUND);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    ProfileProblem(String slug, String title, HttpStatus status) {
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
