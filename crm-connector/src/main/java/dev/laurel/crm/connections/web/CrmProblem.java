package dev.laurel.crm.connections.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import dev.laurel.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Problems with connections to CRMs. */
public enum CrmProblem implements ProblemType {
    UNKNOWN_CONNECTION("unknown-connection", "There is no such connection.", NOT_FOUND),
    NO_SECRET_KEY(
            "no-secret-key",
            "This installation has no key to seal credentials with.",
            SERVICE_UNAVAILABLE),
    NOTHING_INBOUND("nothing-inbound", "This connection takes nothing in.", CONFLICT),
    IMPORT_RUNNING("import-running", "An import is running already.", CONFLICT),
    UNKNOWN_SET_ASIDE("unknown-set-aside", "Nothing like that is set aside.", NOT_FOUND),
    NO_SOURCE("no-source", "Fields of this CRM are not made by files.", NOT_FOUND),
    NO_WEBHOOKS("no-webhooks", "This connection takes no webhooks.", NOT_FOUND),
    UNTRUSTED_WEBHOOK(
            "untrusted-webhook", "The request is not shown to be the CRM's.", UNAUTHORIZED),
    CRM_UNUSABLE("crm-unusable", "The CRM can't be used by this connection right now.", CONFLICT);

    private final String slug;
    private final String title;
    private final HttpStatus status;

    CrmProblem(String slug, String title, HttpStatus status) {
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
