package dev.laurel.crm.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit, and of that by
 * chance between half and all, so that what failed together does not come again together.
 *
 * @param random 0 to 1
 */
public record Backoff(Duration first, Duration longest, DoubleSupplier random) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * How long to wait after so many.
     *
     * @param attempts failed so far, from 1
     */
    public Duration after(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
        long millis = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis((long) (millis * (0.5 + random.getAsDouble() / 2)));
    }
}
