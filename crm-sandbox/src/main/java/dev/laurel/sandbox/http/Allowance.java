package dev.laurel.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A number of calls within a rolling window. Safe for concurrent use. */
public final class Allowance {

    private final long windowMillis;
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

    public synchronized int limit() {
        return limit;
    }

    /** Takes one call out of the allowance; {@code false} when there is none left. */
    public synchronized boolean take() {
        long now = millis.getAsLong();
        while (!taken.isEmpty() && taken.getFirst() <= now - windowMillis) {
            taken.removeFirst();
        }
        if (taken.size() >= limit) {
            refused++;
            return false;
        }
        taken.addLast(now);
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
