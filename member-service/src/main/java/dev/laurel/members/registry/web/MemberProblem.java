package dev.laurel.members.registry.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems that only this service answers. */
enum MemberProblem implements ProblemType {
    UNKNOWN_CHALLENGE(
            "unknown-challenge", "The program has no such challenge.", HttpStatus.NOT_FOUND),
    MEMBER_ERASED("member-erased", "The member was erased.", HttpStatus.GONE);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    MemberProblem(String slug, String title, HttpStatus status) {
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
