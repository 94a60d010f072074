package dev.laurel.testinfra;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until a test moves it; safe for several threads. */
public final class MutableClock extends Clock {

    private final AtomicReference<Instant> now;

    private MutableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** A clock that shows the given instant. */
    public static MutableClock at(Instant start) {
        return new MutableClock(start);
    }

    /** A clock that shows the given instant, for example {@code 2011-12-01T08:00:00Z}. */
    public static MutableClock at(String start) {
        return new MutableClock(Instant.parse(start));
    }

    /** Moves the clock on, or back if the duration is negative. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Sets the clock. */
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /**
     * Not supported: the code under test takes zones from programs and members, never from a clock.
     */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException(
                "Expected the clock's zone to be left alone, but got " + zone + ".");
    }
}
