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

    void say(String message, Object... arguments) {
        long now = System.nanoTime();
        if (!troubled || now - lastSaid >= INTERVAL.toNanos()) {
            troubled = true;
            lastSaid = now;
            log.warn(message, arguments);
        } else {
            log.debug(message, arguments);
        }
    }

    void over(String message, Object... arguments) {
        if (troubled) {
            troubled = false;
            log.info(message, arguments);
        }
    }
}
