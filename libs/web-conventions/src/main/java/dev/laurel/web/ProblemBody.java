package dev.laurel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is written: {@code application/problem+json}, RFC 9457.
 *
 * @param type the problem type's URI, see docs/errors.md
 * @param title the problem type's sentence
 * @param status the HTTP status
 * @param detail what happened this time
 * @param instance path of the request, or {@code null} where the problem is a part of an answer
 * @param errors every single thing that is wrong, empty where {@code detail} says it all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {

    public ProblemBody {
        errors = List.copyOf(errors);
    }

    /** The same problem as the answer to a request for that path. */
    public ProblemBody at(String path) {
        return new ProblemBody(type, title, status, detail, path, errors);
    }
}
