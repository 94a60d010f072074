package dev.laurel.gateway.routing;

import dev.laurel.gateway.GatewayProblem;
import dev.laurel.web.Problem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says which service does not answer. */
record DownServices(String service)
        implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(DownServices.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException noAnswer) {
            if (isOurs(noAnswer)) {
                throw noAnswer;
            }
            log.warn(
                    "{} {} was not answered by {}: {}",
                    request.method(),
                    request.uri().getRawPath(),
                    service,
                    String.valueOf(noAnswer.getCause()));
            throw new Problem(
                            GatewayProblem.SERVICE_DOWN,
                            "Expected an answer from %s, but there was none.".formatted(service))
                    .retryAfter(RETRY_AFTER);
        }
    }

    /** Whether it was the caller's body that could not be passed on. */
    private static boolean isOurs(ResourceAccessException noAnswer) {
        for (Throwable cause = noAnswer; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem) {
                return true;
            }
        }
        return false;
    }
}
