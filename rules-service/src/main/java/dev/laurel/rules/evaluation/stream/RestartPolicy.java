package dev.laurel.rules.evaluation.stream;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Replaces a thread that died, for ever, but ever slower: what killed it is infrastructure, and it
 * comes back. Records that the engine cannot decide never kill a thread.
 */
final class RestartPolicy implements StreamsUncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(RestartPolicy.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration CALM_AFTER = Duration.ofMinutes(1);

    private Duration delay = FIRST;
    private long lastNanos = System.nanoTime() - CALM_AFTER.toNanos();

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        Duration wait = nextDelay(System.nanoTime());
        log.warn(
                "Evaluation was interrupted and goes on in {} ms: {}",
                wait.toMillis(),
                NestedExceptionUtils.getMostSpecificCause(exception).getMessage(),
                exception);
        LockSupport.parkNanos(wait.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Twice the delay before, up to a limit, or the first one again after a calm minute. */
    synchronized Duration nextDelay(long nowNanos) {
        boolean calm = nowNanos - lastNanos >= CALM_AFTER.toNanos();
        Duration doubled = delay.multipliedBy(2);
        delay = calm ? FIRST : doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        lastNanos = nowNanos;
        return delay;
    }
}
