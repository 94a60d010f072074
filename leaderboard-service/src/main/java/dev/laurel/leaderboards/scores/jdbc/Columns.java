package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Gain;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Rows as arrays, one for each column, as {@code unnest} takes them. */
public final class Columns {

    private Columns() {}

    public static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    public static <T> long[] numbers(Collection<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).toArray();
    }

    public static <T> boolean[] truths(Collection<T> rows, Predicate<T> value) {
        boolean[] truths = new boolean[rows.size()];
        int index = 0;
        for (T row : rows) {
            truths[index++] = value.test(row);
        }
        return truths;
    }

    /** To be cast to {@code timestamptz[]}. */
    public static String[] reachedAt(Collection<Gain> gains) {
        return texts(
                gains,
                gain -> {
                    var reachedAt = gain.reachedAt();
                    return reachedAt == null ? "infinity" : reachedAt.toString();
                });
    }
}
