package dev.laurel.engine.expressions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables that an expression can use.
 *
 * @param variables shape by name
 */
public record Vocabulary(Map<String, ObjectShape> variables) {

    public static final String EVENT = "event";
    public static final String PROGRAM = "program";
    public static final String MEMBER = "member";
    public static final String METRICS = "metrics";

    /** An event that a reversal undoes. */
    public static final String ORIGINAL = "original";

    /** In reversals short for the data of the event. */
    public static final String DATA = "data";

    public Vocabulary {
        variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** All shapes, nested ones included. */
    List<ObjectShape> shapes() {
        List<ObjectShape> shapes = new ArrayList<>(variables.values());
        for (int i = 0; i < shapes.size(); i++) {
            for (ObjectShape.Field field : shapes.get(i).fields()) {
                if (field.object() != null) {
                    shapes.add(field.object());
                }
            }
        }
        return shapes;
    }

    /** Names of all fields of all shapes, for suggestions. */
    Set<String> fieldNames() {
        Set<String> names = new HashSet<>();
        shapes().forEach(shape -> shape.fields().forEach(field -> names.add(field.name())));
        return names;
    }

    /** Paths such as {@code event.data.bonus} that may be absent. */
    Set<String> optionalPaths() {
        Set<String> paths = new HashSet<>();
        variables.forEach((name, shape) -> collectOptional(name, shape, paths));
        return paths;
    }

    private static void collectOptional(String path, ObjectShape shape, Set<String> into) {
        for (ObjectShape.Field field : shape.fields()) {
            String fieldPath = path + "." + field.name();
            if (field.optional()) {
                into.add(fieldPath);
            }
            if (field.object() != null) {
                collectOptional(fieldPath, field.object(), into);
            }
        }
    }
}
