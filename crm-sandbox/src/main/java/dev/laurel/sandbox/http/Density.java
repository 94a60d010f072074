package dev.laurel.sandbox.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** The most calls within any window, as they came in. Safe for concurrent use. */
public final class Density {

    private final LongSupplier nanos;
    private final Deque<Long> calls = new ArrayDeque<>();
    private long windowNanos;
    private int most;

    /**
     * @param nanos a clock in nanoseconds that never goes back
     */
    Density(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** From now on so long a window; what came in so far is forgotten. */
    public synchronized void watch(Duration window) {
        windowNanos = window.toNanos();
        most = 0;
        calls.clear();
    }

    synchronized void add() {
        long now = nanos.getAsLong();
        while (!calls.isEmpty() && now - calls.getFirst() >= windowNanos) {
            calls.removeFirst();
        }
        if (windowNanos > 0) {
            calls.addLast(now);
            most = Math.max(most, calls.size());
        }
    }

    /** The most calls since then; zero while none are watched. */
    public synchronized int most() {
        return most;
    }
}
