package dev.laurel.rules.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A list of parts with ids within a document, such as its rules. Tolerant: a draft may be anything.
 *
 * @param name its name in the document
 */
public record Section(String name) {

    /** Sections whose parts can be edited one by one. */
    public static final List<String> EDITABLE =
            List.of(
                    "metrics",
                    "rules",
                    "boosts",
                    "challenges",
                    "streaks",
                    "badges",
                    "leaderboards",
                    "budgets",
                    "exchanges");

    /** The section of that name, if its parts can be edited one by one. */
    public static Optional<Section> editable(String name) {
        return EDITABLE.contains(name) ? Optional.of(new Section(name)) : Optional.empty();
    }

    /** The part with an id. */
    public Optional<Map<String, Object>> part(Map<String, Object> document, String id) {
        return parts(document).stream().filter(part -> id.equals(part.get("id"))).findFirst();
    }

    /** The document with a part in the place of the one with its id, or behind all others. */
    public Map<String, Object> with(
            Map<String, Object> document, String id, Map<String, Object> part) {
        List<Object> elements = elements(document);
        int place = place(elements, id);
        if (place < 0) {
            elements.add(part);
        } else {
            elements.set(place, part);
        }
        return replaced(document, elements);
    }

    /** The document without a part. */
    public Map<String, Object> without(Map<String, Object> document, String id) {
        List<Object> elements = elements(document);
        int place = place(elements, id);
        if (place >= 0) {
            elements.remove(place);
        }
        return replaced(document, elements);
    }

    /** Whether the document has something else than a list under the name. */
    public boolean isBroken(Map<String, Object> document) {
        Object value = document.get(name);
        return value != null && !(value instanceof List);
    }

    @SuppressWarnings("unchecked") // objects of a document have text for names
    List<Map<String, Object>> parts(Map<String, Object> document) {
        return elements(document).stream()
                .filter(Map.class::isInstance)
                .map(part -> (Map<String, Object>) part)
                .toList();
    }

    private List<Object> elements(Map<String, Object> document) {
        return document.get(name) instanceof List<?> list
                ? new ArrayList<>(list)
                : new ArrayList<>();
    }

    private static int place(List<Object> elements, String id) {
        return IntStream.range(0, elements.size())
                .filter(i -> elements.get(i) instanceof Map<?, ?> part && id.equals(part.get("id")))
                .findFirst()
                .orElse(-1);
    }

    private Map<String, Object> replaced(Map<String, Object> document, List<Object> elements) {
        Map<String, Object> changed = new LinkedHashMap<>(document);
        changed.put(name, elements);
        return changed;
    }
}
