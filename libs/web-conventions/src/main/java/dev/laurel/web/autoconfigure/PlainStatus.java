package dev.laurel.web.autoconfigure;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.ProblemType;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** A status that says it all: {@code about:blank}, as RFC 9457 has it. */
record PlainStatus(HttpStatus status) implements ProblemType {

    /** The catalogue's problem of that status, or else a plain one. */
    static ProblemType of(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        if (status == null) {
            return CommonProblem.INTERNAL;
        }
        return CommonProblem.of(status)
                .map(ProblemType.class::cast)
                .orElseGet(() -> new PlainStatus(status));
    }

    @Override
    public String slug() {
        return "about:blank";
    }

    @Override
    public String title() {
        return status.getReasonPhrase();
    }

    @Override
    public URI uri() {
        return URI.create(slug());
    }
}
