package dev.laurel.leaderboards.boards.web;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems that only this service answers. */
enum BoardProblem implements ProblemType {
    UNKNOWN_LEADERBOARD(
            "unknown-leaderboard", "The program has no such leaderboard.", HttpStatus.NOT_FOUND),
    NOT_ON_LEADERBOARD(
            "not-on-leaderboard", "The member has no place there.", HttpStatus.NOT_FOUND),
    NOT_SEALED("not-sealed", "The board is not final in that period.", HttpStatus.NOT_FOUND),
    NO_LEAGUES("no-leagues", "The board has no leagues.", HttpStatus.NOT_FOUND),
    UNKNOWN_GROUP("unknown-group", "There is no such group in that period.", HttpStatus.NOT_FOUND);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    BoardProblem(String slug, String title, HttpStatus status) {
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
