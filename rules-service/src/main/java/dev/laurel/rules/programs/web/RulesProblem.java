package dev.laurel.rules.programs.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of authoring. */
enum RulesProblem implements ProblemType {
    NO_DRAFT("no-draft", "The program has no draft.", NOT_FOUND),
    UNKNOWN_PART("unknown-part", "The draft has no such part.", NOT_FOUND),
    UNKNOWN_VERSION("unknown-version", "The program has no such version.", NOT_FOUND),
    BROKEN_SECTION("broken-section", "The draft has no list of parts there.", CONFLICT),
    INVALID_PROGRAM("invalid-program", "The program has problems.", UNPROCESSABLE_CONTENT),
    INVALID_CHOICE(
            "invalid-choice",
            "Members' progress can't be treated like that.",
            UNPROCESSABLE_CONTENT),
    NOT_IN_FORCE_YET(
            "not-in-force-yet",
            "The version is stored, but not in force yet.",
            SERVICE_UNAVAILABLE);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    RulesProblem(String slug, String title, HttpStatus status) {
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
