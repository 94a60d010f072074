package dev.laurel.outbox;

import java.time.Duration;
import org.slf4j.Logger;

/** Logs a trouble that lasts once a minute, and its end once. Used by one thread. */
final class Complaints {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Logger log;
    private boolean troubled;
    private long lastSaid;

    Complaints(Logger log) {
        this.log = log;
    }

    void say(String message, String name, Exception cause) {
        long now = System.nanoTime();
        if (!troubled || now - lastSaid >= INTERVAL.toNanos()) {
            troubled = true;
            lastSaid = now;
            log.warn(message, name, String.valueOf(cause.getMessage()));
        }
        log.debug(message, name, "see the trace", cause);
    }

    void over(String message, String name) {
        if (troubled) {
            troubled = false;
            log.info(message, name);
        }
    }
}
