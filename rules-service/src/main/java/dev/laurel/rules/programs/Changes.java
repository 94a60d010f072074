package dev.laurel.rules.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a document changes against another one, in one section: a list of parts with ids, an object
 * such as {@code events}, or (under the name {@code program}) everything that is neither.
 *
 * @param added ids that only the newer one has
 * @param changed ids that both have with different content
 * @param removed ids that only the older one has
 */
public record Changes(List<String> added, List<String> changed, List<String> removed) {

    /** Section for what is no list of parts and no object. */
    public static final String ITSELF = "program";

    public Changes {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /**
     * Compares two documents.
     *
     * @return by section, in the newer document's order; unchanged sections are left out
     */
    public static Map<String, Changes> between(
            Map<String, Object> older, Map<String, Object> newer) {
        Set<String> names = new LinkedHashSet<>(newer.keySet());
        names.addAll(older.keySet());
        Map<String, @Nullable Object> oldFields = new LinkedHashMap<>();
        Map<String, @Nullable Object> newFields = new LinkedHashMap<>();
        Map<String, Changes> sections = new LinkedHashMap<>();
        for (String name : names) {
            if (isSection(older.get(name)) || isSection(newer.get(name))) {
                put(sections, name, compare(byId(older, name), byId(newer, name)));
            } else {
                copy(older, name, oldFields);
                copy(newer, name, newFields);
            }
        }
        put(sections, ITSELF, compare(oldFields, newFields));
        return sections;
    }

    private static boolean isSection(@Nullable Object value) {
        return value instanceof List || value instanceof Map;
    }

    private static Map<String, ? extends @Nullable Object> byId(
            Map<String, Object> document, String name) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        if (document.get(name) instanceof Map<?, ?> object) {
            object.forEach((id, part) -> parts.put(String.valueOf(id), part));
        } else {
            for (Map<String, Object> part : new Section(name).parts(document)) {
                parts.put(String.valueOf(part.get("id")), part);
            }
        }
        return parts;
    }

    private static Changes compare(
            Map<String, ? extends @Nullable Object> older,
            Map<String, ? extends @Nullable Object> newer) {
        return new Changes(
                ids(newer, id -> !older.containsKey(id)),
                ids(
                        newer,
                        id ->
                                older.containsKey(id)
                                        && !Objects.equals(older.get(id), newer.get(id))),
                ids(older, id -> !newer.containsKey(id)));
    }

    private static List<String> ids(
            Map<String, ? extends @Nullable Object> parts, Predicate<String> condition) {
        List<String> ids = new ArrayList<>(parts.keySet());
        ids.removeIf(condition.negate());
        return ids;
    }

    private static void copy(
            Map<String, Object> document, String name, Map<String, @Nullable Object> fields) {
        if (document.containsKey(name)) {
            fields.put(name, document.get(name));
        }
    }

    private static void put(Map<String, Changes> sections, String name, Changes changes) {
        if (!changes.isEmpty()) {
            sections.put(name, changes);
        }
    }

    private boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
