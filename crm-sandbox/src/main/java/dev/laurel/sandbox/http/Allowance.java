package dev.laurel.sandbox.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A number of calls within a rolling window. Safe for concurrent use. */
public final class Allowance {

    private long windowMillis;
    private final LongSupplier millis;
    private final Deque<Long> taken = new ArrayDeque<>();
    private int limit;
    private long refused;

    /**
     * @param millis a clock in milliseconds
     */
    public Allowance(int limit, long windowMillis, LongSupplier millis) {
        this.limit = limit;
        this.windowMillis = windowMillis;
        this.millis = millis;
    }

    public synchronized void limit(int calls) {
        this.limit = calls;
    }

    /** From now on so many within another time; what was taken and refused so far is forgotten. */
    public synchronized void allow(int calls, Duration window) {
        this.limit = calls;
        this.windowMillis = window.toMillis();
        taken.clear();
        refused = 0;
    }

    public synchronized int limit() {
        return limit;
    }

    /** Takes one call out of the allowance; {@code false} when there is none left. */
    public synchronized boolean take() {
        return take(1);
    }

    /** Takes several calls at once, or none of them. */
    public synchronized boolean take(int calls) {
        long now = millis.getAsLong();
        while (!taken.isEmpty() && taken.getFirst() <= now - windowMillis) {
            taken.removeFirst();
        }
        if (taken.size() + calls > limit) {
            refused++;
            return false;
        }
        for (int call = 0; call < calls; call++) {
            taken.addLast(now);
        }
        return true;
    }

    public synchronized int remaining() {
        return Math.max(0, limit - taken.size());
    }

    /** Calls that came although there was no allowance left. */
    public synchronized long refused() {
        return refused;
    }
}
