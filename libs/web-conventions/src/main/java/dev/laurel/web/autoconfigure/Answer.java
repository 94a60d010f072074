package dev.laurel.web.autoconfigure;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.ProblemBody;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem with the headers that belong to it. */
record Answer(ProblemBody problem, HttpHeaders headers) {

    /**
     * The answer to a request that ended with an exception.
     *
     * @param status the framework's own idea of the status
     * @param headers the framework's headers, such as {@code Allow}
     */
    static Answer to(Throwable exception, HttpStatusCode status, HttpHeaders headers) {
        Problem thrown = thrownIn(exception);
        Problem problem = thrown != null ? thrown : FrameworkProblems.of(exception, status);
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration delay = problem.retryAfter();
        if (delay != null) {
            all.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds())));
        }
        return new Answer(problem.body(), all);
    }

    boolean isUnexpected() {
        return problem.type().equals(CommonProblem.INTERNAL.uri());
    }

    ResponseEntity<Object> entity(String path) {
        return ResponseEntity.status(problem.status()).headers(headers).body(problem.at(path));
    }

    /** Converters, parsers and clients wrap what is thrown inside of them. */
    private static @Nullable Problem thrownIn(Throwable exception) {
        Throwable cause = exception;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
