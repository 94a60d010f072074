package dev.laurel.members.registry;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks free attributes. They go to a topic, which forgets nothing at once and which many can
 * read: what looks like an address does not belong there.
 */
record AttributeReader(Faults faults) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int MAX_ITEMS = 100;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_SIZE = 8_000;
    private static final int MIN_PHONE_DIGITS = 8;

    Map<String, Object> read(String pointer, @Nullable Object value) {
        Map<?, ?> object = faults.object(pointer, value);
        if (String.valueOf(object).length() > MAX_SIZE) {
            faults.add(pointer, "no more than %d characters in all".formatted(MAX_SIZE), "more");
            return Map.of();
        }
        check(pointer, object, 1);
        Map<String, Object> attributes = new LinkedHashMap<>();
        object.forEach((name, inner) -> {
            if (inner != null) {
                attributes.put(String.valueOf(name), inner);
            }
        });
        return attributes;
    }

    private void check(String pointer, @Nullable Object value, int depth) {
        switch (value) {
            case null -> faults.add(pointer, "a value, or nothing at all", "null");
            case Map<?, ?> object -> object(pointer, object, depth);
            case List<?> list -> list(pointer, list, depth);
            case String text -> text(pointer, text);
            case BigInteger _ -> faults.add(pointer, "a number of at most 64 bits", value);
            case Double number when !Double.isFinite(number) ->
                    faults.add(pointer, "a number of at most 64 bits", value);
            default -> {}
        }
    }

    private void object(String pointer, Map<?, ?> object, int depth) {
        if (object.size() > MAX_ITEMS || depth > MAX_DEPTH) {
            faults.add(pointer, limits(), "more");
            return;
        }
        object.forEach((name, inner) -> {
            String place = pointer + "/" + Faults.escaped(name);
            if (!NAME.matcher(String.valueOf(name)).matches()) {
                faults.add(place, "a name of the form " + NAME, name);
            }
            check(place, inner, depth + 1);
        });
    }

    private void list(String pointer, List<?> list, int depth) {
        if (list.size() > MAX_ITEMS || depth > MAX_DEPTH) {
            faults.add(pointer, limits(), "more");
            return;
        }
        for (int index = 0; index < list.size(); index++) {
            check(pointer + "/" + index, list.get(index), depth + 1);
        }
    }

    private void text(String pointer, String text) {
        if (!Texts.isPlain(text, MAX_TEXT)) {
            faults.add(
                    pointer,
                    "at most %d characters and no control characters".formatted(MAX_TEXT),
                    text);
        } else if (ADDRESS.matcher(text).find() || isPhone(text)) {
            faults.add(
                    pointer, "nothing that says who the member is: that goes into contact", text);
        }
    }

    private static boolean isPhone(String text) {
        return text.startsWith("+")
                && text.chars().allMatch(it -> "+ ()-./0123456789".indexOf(it) >= 0)
                && text.chars().filter(Character::isDigit).count() >= MIN_PHONE_DIGITS;
    }

    private static String limits() {
        return "at most %d entries, %d levels deep".formatted(MAX_ITEMS, MAX_DEPTH);
    }
}
