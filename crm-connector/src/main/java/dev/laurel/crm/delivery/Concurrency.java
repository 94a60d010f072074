package dev.laurel.crm.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How many calls may be under way: half as many when the CRM says that it is too much, one more
 * after a quiet while. Not thread-safe.
 */
final class Concurrency {

    private static final Duration QUIET = Duration.ofSeconds(20);

    private final int most;
    private int limit;
    private Instant changedAt;

    Concurrency(int most, Instant now) {
        this.most = most;
        this.limit = most;
        this.changedAt = now;
    }

    int limit() {
        return limit;
    }

    void tooMuch(Instant now) {
        limit = Math.max(1, limit / 2);
        changedAt = now;
    }

    void fine(Instant now) {
        if (limit < most && changedAt.plus(QUIET).isBefore(now)) {
            limit++;
            changedAt = now;
        }
    }
}
