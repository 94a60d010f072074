package dev.laurel.engine.events;

import dev.laurel.engine.document.Names;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.FieldType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the {@code events} of a program document. */
public final class EventShapeReader {

    /** The word within a shape that is not a field. */
    static final String REVERSES = "reverses";

    /** So is this one. */
    static final String ACTIVATES = "activates";

    private static final String EMITTED = "emitted";

    /** Words within a shape that are not fields. */
    private static final Set<String> WORDS = Set.of(REVERSES, ACTIVATES, EMITTED);

    /** What the types of events begin with that the platform itself tells of. */
    private static final String OWN = "laurel.";

    private static final String TYPE_PATTERN = "[a-zA-Z][a-zA-Z0-9._-]{0,199}";
    private static final String FIELD_PATTERN = "[a-zA-Z_][a-zA-Z0-9_]{0,63}";

    private EventShapeReader() {}

    /** Reads the shapes by type; what they reverse is read by {@link ReversalReader}. */
    public static Map<String, EventShape> read(Section document) {
        Map<String, EventShape> shapes = new LinkedHashMap<>();
        Section events = document.section("events");
        if (events == null) {
            if (!document.has("events")) {
                document.problem("Expected 'events' with at least one type, but it is missing.");
            }
            return shapes;
        }
        for (String type : events.keys()) {
            if (!type.matches(TYPE_PATTERN)) {
                events.problem(
                        type,
                        "Expected a type of letters, digits, '.', '-' and '_', but it was '%s'."
                                .formatted(type));
            }
            if (type.startsWith(OWN)) {
                events.problem(
                        type,
                        "Expected a type that does not begin with '%s' as the platform's own do, but it was '%s'."
                                .formatted(OWN, type));
            }
            Section shape = events.has(type) ? events.section(type) : null;
            shapes.put(type, new EventShape(type, shape == null ? Map.of() : fields(shape)));
        }
        return shapes;
    }

    /** The types of events that say what they activate, without judging them. */
    public static Set<String> activating(Section document) {
        return types(document, shape -> shape.get(ACTIVATES) != null);
    }

    /** All types of events, without judging them. */
    public static Set<String> types(Section document) {
        return types(document, _ -> true);
    }

    /** Those that tell of what members do and not of their silence, without judging them. */
    public static Set<String> ofMembers(Section document) {
        return types(document, shape -> shape.get(EMITTED) == null);
    }

    private static Set<String> types(Section document, Predicate<Map<?, ?>> which) {
        Set<String> types = new LinkedHashSet<>();
        if (document.value("events") instanceof Map<?, ?> events) {
            events.forEach((type, shape) -> {
                if (which.test(shape instanceof Map<?, ?> fields ? fields : Map.of())) {
                    types.add(String.valueOf(type));
                }
            });
        }
        return types;
    }

    private static Map<String, EventShape.Field> fields(Section shape) {
        Map<String, EventShape.Field> fields = new LinkedHashMap<>();
        for (String name : shape.keys()) {
            EventShape.Field field = WORDS.contains(name) ? null : field(shape, name);
            if (field != null) {
                fields.put(name, field);
            }
        }
        return fields;
    }

    /** Taken for the one that was meant, so that expressions over it have no problems too. */
    private static @Nullable FieldType meant(String misspelt) {
        String nearest = Names.nearest(misspelt, FieldType.words());
        return nearest == null ? null : FieldType.of(nearest);
    }

    private static EventShape.@Nullable Field field(Section shape, String name) {
        if (!name.matches(FIELD_PATTERN)) {
            shape.problem(
                    name,
                    "Expected a field name of letters, digits and '_', but it was '%s'."
                            .formatted(name));
            return null;
        }
        String word = shape.requiredText(name);
        if (word == null) {
            return null;
        }
        boolean optional = word.endsWith("?");
        String typeWord = optional ? word.substring(0, word.length() - 1) : word;
        FieldType type = FieldType.of(typeWord);
        if (type == null) {
            shape.unknown(shape.place(name), "type", typeWord, FieldType.words());
            type = meant(typeWord);
        }
        return type == null ? null : new EventShape.Field(type, optional);
    }
}
