package dev.laurel.leaderboards.scores;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What some postings do to a score. Gains can be added in any order.
 *
 * @param points sum of their points
 * @param reachedAt time of the latest event that gave points, {@code null} if all took some
 */
public record Gain(long points, @Nullable Instant reachedAt) {

    static Gain of(Posting posting) {
        return new Gain(posting.points(), posting.points() > 0 ? posting.time() : null);
    }

    /**
     * @throws ArithmeticException when the sum does not fit into a {@code long}
     */
    Gain plus(Gain other) {
        return new Gain(Math.addExact(points, other.points), later(reachedAt, other.reachedAt));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
