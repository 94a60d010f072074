package dev.laurel.rules.journal.web;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of the journal. */
enum JournalProblem implements ProblemType {
    UNKNOWN_MEMBER("unknown-member", "Nothing was ever decided for this member.", NOT_FOUND),
    UNKNOWN_EVENT("unknown-event", "Nothing was decided about this event.", NOT_FOUND);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    JournalProblem(String slug, String title, HttpStatus status) {
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
