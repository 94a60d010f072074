package dev.laurel.engine.expressions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are shown to people. */
final class Shown {

    private static final int MOST_ELEMENTS = 5;
    private static final int MOST_CHARACTERS = 60;

    private Shown() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "empty";
            case String text when text.length() > MOST_CHARACTERS ->
                    "'" + text.substring(0, MOST_CHARACTERS) + "…'";
            case String text -> "'" + text + "'";
            case List<?> list when list.size() > MOST_ELEMENTS || !isPlain(list) ->
                    "a list of " + list.size();
            case List<?> list ->
                    list.stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> "an object with " + map.size() + " fields";
            case ObjectValue object -> "an object";
            default -> value.toString();
        };
    }

    private static boolean isPlain(List<?> list) {
        return list.stream()
                .allMatch(e -> e instanceof String || e instanceof Number || e instanceof Boolean);
    }
}
