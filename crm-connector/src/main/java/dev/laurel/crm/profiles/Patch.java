package dev.laurel.crm.profiles;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What some news about one part of one profile come to.
 *
 * @param mark the newest of them
 * @param entries the entries to set
 * @param activity the latest time at which the member did something
 */
public record Patch<T>(Mark mark, Map<String, T> entries, @Nullable Instant activity) {

    static <T> Patch<T> of(News<T> news) {
        return new Patch<>(news.mark(), news.entries(), news.activity());
    }

    /** With news that are newer. */
    Patch<T> and(News<T> newer) {
        Map<String, T> merged = new TreeMap<>(entries);
        merged.putAll(newer.entries());
        return new Patch<>(newer.mark(), merged, later(activity, newer.activity()));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
