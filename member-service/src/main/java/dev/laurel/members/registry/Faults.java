package dev.laurel.members.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with one statement. Used by one thread. */
final class Faults {

    private static final int SHOWN = 60;

    private final List<Fault> found = new ArrayList<>();

    List<Fault> found() {
        return List.copyOf(found);
    }

    void add(String pointer, String expected, @Nullable Object actual) {
        found.add(
                new Fault(
                        pointer,
                        "Expected %s, but it was %s.".formatted(expected, shown(actual)),
                        expected));
    }

    /** A text that passes the test; {@code null} for none, and for a fault. */
    @Nullable String text(
            String pointer, @Nullable Object value, String expected, Predicate<String> test) {
        if (value instanceof String text && test.test(text)) {
            return text;
        }
        if (value != null) {
            add(pointer, expected, value);
        }
        return null;
    }

    /** The entries of an object, empty for none and for a fault. */
    Map<?, ?> object(String pointer, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        if (value != null) {
            add(pointer, "an object", value);
        }
        return Map.of();
    }

    void unknown(String pointer, Map<?, ?> object, Collection<String> known) {
        for (Object name : object.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                add(pointer + "/" + escaped(name), "one of " + known, name);
            }
        }
    }

    /** A name as a part of a JSON Pointer. */
    static String escaped(@Nullable Object name) {
        return String.valueOf(name).replace("~", "~0").replace("/", "~1");
    }

    private static String shown(@Nullable Object actual) {
        String text = String.valueOf(actual);
        String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return actual instanceof String ? "'" + cut + "'" : cut;
    }
}
