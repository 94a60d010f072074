package dev.laurel.leaderboards.web;

import dev.laurel.intake.NotReadyException;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.ProblemBody;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers 503 where a newer version has been here and keeps what this one does not know. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class NotReadyAdvice {

    private static final Logger log = LoggerFactory.getLogger(NotReadyAdvice.class);

    /** It takes somebody who starts the newer version again. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    @ExceptionHandler
    ResponseEntity<ProblemBody> unavailable(NotReadyException newer, HttpServletRequest request) {
        log.warn(
                "{} {} was not answered: {}",
                request.getMethod(),
                request.getRequestURI(),
                newer.getMessage());
        Problem problem =
                new Problem(CommonProblem.UNAVAILABLE, String.valueOf(newer.getMessage()));
        return ResponseEntity.status(problem.type().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
                .body(problem.body().at(request.getRequestURI()));
    }
}
