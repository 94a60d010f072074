package dev.laurel.web.autoconfigure;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers 503 while the database can't be reached. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class DatabaseProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProblemAdvice.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> unavailable(Exception exception, HttpServletRequest request) {
        log.warn(
                "{} {} was not answered, the database failed: {}",
                request.getMethod(),
                request.getRequestURI(),
                exception.getMessage());
        Problem problem =
                new Problem(
                        CommonProblem.UNAVAILABLE,
                        "Expected an answer from the database, but there was none.");
        return Answer.to(
                        problem.retryAfter(RETRY_AFTER),
                        HttpStatus.SERVICE_UNAVAILABLE,
                        new HttpHeaders())
                .entity(request.getRequestURI());
    }
}
