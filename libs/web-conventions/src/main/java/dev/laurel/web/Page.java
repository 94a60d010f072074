package dev.laurel.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param items the items, in the list's order
 * @param next {@code cursor} of the request for what follows, {@code null} at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page out of what a query with {@code limit ?} = {@link PageLimit#plusOne()} found.
     *
     * @param found up to one item more than the limit
     * @param cursorAfter cursor of the page that begins behind an item
     */
    public static <T> Page<T> of(List<T> found, PageLimit limit, Function<T, Cursor> cursorAfter) {
        if (found.size() <= limit.value()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit.value());
        return new Page<>(items, cursorAfter.apply(items.getLast()).toString());
    }
}
