package dev.laurel.engine.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object within a document. Reading something that is missing or of another kind adds a problem
 * and gives {@code null}, so that reading goes on.
 */
public final class Section {

    private static final String ID_PATTERN = "[a-zA-Z][a-zA-Z0-9_-]{0,63}";

    private final Map<?, ?> values;
    private final Place place;
    private final Problems problems;

    private Section(Map<?, ?> values, Place place, Problems problems) {
        this.values = named(values);
        this.place = place;
        this.problems = problems;
    }

    /** YAML has keys that are no texts, such as the 4 of a milestone; JSON has none. */
    private static Map<?, ?> named(Map<?, ?> values) {
        if (values.keySet().stream().allMatch(String.class::isInstance)) {
            return values;
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        values.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    public static Section root(Map<String, Object> document, Problems problems) {
        return new Section(document, Place.ROOT, problems);
    }

    public Place place() {
        return place;
    }

    public Place place(String key) {
        return place.child(key);
    }

    public Problems problems() {
        return problems;
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    public @Nullable Object value(String key) {
        return values.get(key);
    }

    public List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    /**
     * Adds a problem for every key that does not belong here.
     *
     * @param known words of this version
     * @param later words of the language that this version does not do yet
     */
    public void words(Set<String> known, Set<String> later) {
        for (String key : keys()) {
            if (later.contains(key)) {
                problems.add(
                        place(key).pointer(),
                        "Expected %s, but '%s' is not available yet."
                                .formatted(Names.oneOf(known), key));
            } else if (!known.contains(key)) {
                unknown(place(key), "key", key, known);
            }
        }
    }

    /** Adds a problem for a name that is none of the known ones. */
    public void unknown(Place where, String kind, String name, Collection<String> known) {
        String nearest = Names.nearest(name, known);
        String wish = nearest == null ? Names.oneOf(known) : "'" + nearest + "'";
        problems.add(
                where.pointer(),
                "Expected %s, but the %s '%s' is unknown.".formatted(wish, kind, name),
                nearest);
    }

    public void problem(String key, String message) {
        problems.add(place(key).pointer(), message);
    }

    public void problem(String message) {
        problems.add(place.pointer(), message);
    }

    /** A text, {@code null} when absent. */
    public @Nullable String text(String key) {
        Object value = value(key);
        return switch (value) {
            case null -> null;
            case String text when !text.isBlank() -> text;
            default -> {
                problem(key, "Expected a text, but it was %s.".formatted(shown(value)));
                yield null;
            }
        };
    }

    /** A text that has to be there. */
    public @Nullable String requiredText(String key) {
        if (!has(key)) {
            problem("Expected '%s', but it is missing.".formatted(key));
        }
        return text(key);
    }

    /** An identifier that has to be there: letters, digits, hyphens, underscores. */
    public @Nullable String id(String key) {
        String id = requiredText(key);
        if (id != null && !id.matches(ID_PATTERN)) {
            problem(
                    key,
                    "Expected letters, digits, '-' and '_' beginning with a letter, at most 64, but it was '%s'."
                            .formatted(id));
            return null;
        }
        return id;
    }

    /** An identifier that nothing in the same list has; {@code taken} gets it. */
    public @Nullable String newId(Set<String> taken) {
        String id = id("id");
        if (id != null && !taken.add(id)) {
            problem("id", "Expected an id of its own, but '%s' was used before.".formatted(id));
            return null;
        }
        return id;
    }

    /** An expression, which may be given as a bare number or truth value; null when absent. */
    public @Nullable String expression(String key) {
        Object value = value(key);
        return value instanceof Number || value instanceof Boolean ? value.toString() : text(key);
    }

    /** A text that is one of those given; {@code otherwise} when absent or wrong. */
    public String choice(
            String key, Collection<String> known, Set<String> later, String otherwise) {
        String word = text(key);
        if (word == null) {
            return otherwise;
        }
        if (later.contains(word)) {
            problem(
                    key,
                    "Expected %s, but '%s' is not available yet."
                            .formatted(Names.oneOf(known), word));
        } else if (!known.contains(word)) {
            unknown(place(key), "word", word, known);
        }
        return known.contains(word) ? word : otherwise;
    }

    /** A name that another part of the document declares; has to be there. */
    public @Nullable String reference(String key, String kind, Collection<String> known) {
        String name = requiredText(key);
        if (name != null && !known.contains(name)) {
            unknown(place(key), kind, name, known);
            return null;
        }
        return name;
    }

    /** A whole number, {@code null} when absent. */
    public @Nullable Long whole(String key) {
        Object value = value(key);
        if (value == null) {
            return null;
        }
        Long whole = Numbers.whole(value);
        if (whole == null) {
            problem(key, "Expected a whole number, but it was %s.".formatted(shown(value)));
        }
        return whole;
    }

    /** A number, {@code null} when absent. */
    public @Nullable BigDecimal number(String key) {
        Object value = value(key);
        if (value == null) {
            return null;
        }
        BigDecimal number = Numbers.decimal(value);
        if (number == null) {
            problem(key, "Expected a number, but it was %s.".formatted(shown(value)));
        }
        return number;
    }

    /** True or false; {@code otherwise} when absent or wrong. */
    public boolean flag(String key, boolean otherwise) {
        Object value = value(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            problem(key, "Expected true or false, but it was %s.".formatted(shown(value)));
        }
        return otherwise;
    }

    /** An object, {@code null} when absent. */
    public @Nullable Section section(String key) {
        Object value = value(key);
        return value == null ? null : section(value, place(key));
    }

    /** A list of objects, empty when absent. */
    public List<Section> sections(String key) {
        Object value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            problem(key, "Expected a list, but it was %s.".formatted(shown(value)));
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Section section = section(list.get(i), place(key).child(i));
            if (section != null) {
                sections.add(section);
            }
        }
        return sections;
    }

    /** A list of texts, empty when absent. */
    public List<String> texts(String key) {
        Object value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            problem(key, "Expected a list, but it was %s.".formatted(shown(value)));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String text && !text.isBlank()) {
                texts.add(text);
            } else {
                problems.add(
                        place(key).child(i).pointer(),
                        "Expected a text, but it was %s.".formatted(shown(list.get(i))));
            }
        }
        return texts;
    }

    /** Names that another part of the document declares, each once; a problem for all others. */
    public Set<String> references(String key, String kind, Collection<String> known) {
        Set<String> names = new LinkedHashSet<>();
        List<String> texts = texts(key);
        for (int i = 0; i < texts.size(); i++) {
            String name = texts.get(i);
            if (!known.contains(name)) {
                unknown(place(key).child(i), kind, name, known);
            } else if (!names.add(name)) {
                problem(
                        key,
                        "Expected each %s once, but '%s' is there twice.".formatted(kind, name));
            }
        }
        if (value(key) instanceof List<?> list && list.isEmpty()) {
            problem(key, "Expected at least one %s, but there is none.".formatted(kind));
        }
        return names;
    }

    /** The ids in a list of objects, without judging them: what the rest can refer to. */
    public Set<String> ids(String key) {
        Set<String> ids = new LinkedHashSet<>();
        if (value(key) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> map && map.get("id") instanceof String id) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private @Nullable Section section(@Nullable Object value, Place where) {
        if (value instanceof Map<?, ?> map) {
            return new Section(map, where, problems);
        }
        problems.add(where.pointer(), "Expected an object, but it was %s.".formatted(shown(value)));
        return null;
    }

    /** How a value of the document is shown in messages. */
    public static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "empty";
            case String text -> "'" + text + "'";
            case Map<?, ?> map -> "an object with " + map.size() + " keys";
            case List<?> list -> "a list of " + list.size();
            default -> value.toString();
        };
    }
}
