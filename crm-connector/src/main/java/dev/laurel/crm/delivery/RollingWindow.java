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
        while (!calls.isEmpty() && !calls.getFirst().plus(window).isAfter(now)) {
            calls.removeFirst();
        }
        return calls.size() < limit ? now : calls.getFirst().plus(window);
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
