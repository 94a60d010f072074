package dev.laurel.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by the web adapter of a service to answer with a problem. The domain does not throw it: it
 * returns its refusals, and the web adapter names the problem.
 */
public final class Problem extends RuntimeException {

    private final transient ProblemType type;
    private final String detail;
    private final transient List<Violation> errors;
    private final @Nullable Duration retryAfter;

    /**
     * @param detail a sentence with what was expected and the offending value
     */
    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    /**
     * @param errors every single thing that is wrong
     */
    public Problem(ProblemType type, String detail, List<Violation> errors) {
        this(type, detail, errors, null);
    }

    private Problem(
            ProblemType type,
            String detail,
            List<Violation> errors,
            @Nullable Duration retryAfter) {
        super(detail);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** The same problem with a {@code Retry-After} header, in whole seconds. */
    public Problem retryAfter(Duration delay) {
        Problem problem = new Problem(type, detail, errors, delay);
        problem.initCause(getCause());
        return problem;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> errors() {
        return errors;
    }

    /** When to try again, for problems that pass. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** How the problem is written, without the path that it is the answer to. */
    public ProblemBody body() {
        return new ProblemBody(
                type.uri(), type.title(), type.status().value(), detail, null, errors);
    }
}
