package dev.laurel.crm.delivery;

import java.time.Clock;
import java.time.Instant;

/**
 * Rests of a chore that could not be done, each longer than the one before until it is done again.
 * Safe for concurrent use.
 */
public final class Rest {

    private final Backoff backoff;
    private final Clock clock;
    private Instant until = Instant.EPOCH;
    private int failures;

    public Rest(Backoff backoff, Clock clock) {
        this.backoff = backoff;
        this.clock = clock;
    }

    public synchronized boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Something was done: there is no rest. */
    public synchronized void end() {
        failures = 0;
        until = Instant.EPOCH;
    }

    /** Nothing could be done: it begins now. */
    public synchronized void begin() {
        failures++;
        until = clock.instant().plus(backoff.after(failures));
    }
}
