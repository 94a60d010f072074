package dev.laurel.web;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * A kind of problem (RFC 9457). Every service lists its own in one enum, and each is explained
 * under its slug in docs/errors.md. {@link CommonProblem} has those that any service may answer.
 */
public interface ProblemType {

    /** What every {@link #uri()} begins with. */
    String BASE = "https://laurel.dev/problems/";

    /** Last part of the type's URI: lower-case words joined by hyphens, never changed. */
    String slug();

    /** The same short sentence for every occurrence. */
    String title();

    /** Status that the answer has. */
    HttpStatus status();

    /** The {@code type} member of the problem. */
    default URI uri() {
        return URI.create(BASE + slug());
    }
}
