package dev.laurel.crm.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls to a CRM that fails more often than not. After a pause one call is let through: when
 * it succeeds everything goes on, otherwise the pause doubles. Not thread-safe.
 */
final class Breaker {

    private static final int REMEMBERED = 20;
    private static final int ENOUGH = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Deque<Boolean> outcomes = new ArrayDeque<>();
    private final Duration firstPause;
    private Duration pause;
    private @Nullable Instant openUntil;
    private boolean probing;

    /**
     * @param firstPause before the first probe
     */
    Breaker(Duration firstPause) {
        this.firstPause = firstPause;
        this.pause = firstPause;
    }

    /** When the next call may be made: now, at the end of the pause, or after the probe. */
    Instant next(Instant now) {
        Instant until = openUntil;
        if (until == null) {
            return now;
        }
        if (until.isAfter(now)) {
            return until;
        }
        return probing ? now.plus(firstPause) : now;
    }

    /** A call begins that {@link #next} has let through. */
    void begins() {
        probing = openUntil != null;
    }

    void succeeded() {
        probing = false;
        openUntil = null;
        pause = firstPause;
        note(true);
    }

    void failed(Instant now) {
        note(false);
        long failures = outcomes.stream().filter(it -> !it).count();
        boolean probeFailed = openUntil != null && probing;
        probing = false;
        if (probeFailed) {
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            openUntil = now.plus(pause);
        } else if (openUntil == null
                && outcomes.size() >= ENOUGH
                && failures * 2 > outcomes.size()) {
            openUntil = now.plus(pause);
            outcomes.clear();
        }
    }

    /** The call that was let through found nothing out. */
    void abandoned() {
        probing = false;
    }

    boolean isOpen() {
        return openUntil != null;
    }

    private void note(boolean success) {
        outcomes.addLast(success);
        if (outcomes.size() > REMEMBERED) {
            outcomes.removeFirst();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
