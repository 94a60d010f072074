package dev.laurel.crm.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The calls of the last moments: never more than a number in any window. Not thread-safe. */
final class RollingWindow {

    private final int limit;
    private final Duration window;
    private final Deque<Instant> calls = new ArrayDeque<>();

    RollingWindow(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    /** When the next call may be made: now or later. */
    Instant next(Instant now) {
        return next(1, now);
    }

    /** When so many calls may be made at once; more than the window has are as many as it has. */
    Instant next(int weight, Instant now) {
        while (!calls.isEmpty() && !calls.getFirst().plus(window).isAfter(now)) {
            calls.removeFirst();
        }
        int wanted = Math.min(weight, limit);
        return calls.size() + wanted <= limit
                ? now
                : nth(calls.size() + wanted - limit).plus(window);
    }

    private Instant nth(int number) {
        return calls.stream().skip(number - 1L).findFirst().orElseThrow();
    }

    void add(Instant call) {
        calls.addLast(call);
    }

    /** Takes up so much of what is left, as if it had been used then. */
    void fill(Instant then, long used) {
        for (long call = 0; call < used && calls.size() < limit; call++) {
            calls.addLast(then);
        }
    }
}
