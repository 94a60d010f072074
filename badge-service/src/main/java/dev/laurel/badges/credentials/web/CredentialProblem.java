package dev.laurel.badges.credentials.web;

import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems of what anybody may see. */
enum CredentialProblem implements ProblemType {
    UNKNOWN_BADGE_AWARD("unknown-badge-award", "There is no such award.", NOT_FOUND),
    UNKNOWN_STATUS_LIST("unknown-status-list", "There is no such status list.", NOT_FOUND),
    BADGE_REVOKED("badge-revoked", "The member has this badge no more.", GONE),
    NO_CREDENTIAL_KEY(
            "no-credential-key",
            "This installation has no key to sign credentials with.",
            SERVICE_UNAVAILABLE);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    CredentialProblem(String slug, String title, HttpStatus status) {
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
