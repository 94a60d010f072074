package dev.laurel.contracts.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declared fields of one event type. */
record EventShape(List<Field> fields) {

    /** One field: {@code amount: double}, or {@code store: string?} for one that may be absent. */
    record Field(String name, FieldType type, boolean optional) {}

    EventShape {
        fields = List.copyOf(fields);
    }

    /** Reads a declaration; what it cannot understand, it does not hold events to. */
    static EventShape of(@Nullable Object declaration) {
        List<Field> fields = new ArrayList<>();
        if (declaration instanceof Map<?, ?> map) {
            map.forEach((name, type) -> {
                // What an event undoes is said beside its fields.
                if (!"reverses".equals(name) && type instanceof String text) {
                    boolean optional = text.endsWith("?");
                    FieldType known =
                            FieldType.named(
                                    optional
                                            ? text.substring(0, text.length() - 1).strip()
                                            : text.strip());
                    if (known != null) {
                        fields.add(new Field(String.valueOf(name), known, optional));
                    }
                }
            });
        }
        return new EventShape(fields);
    }

    List<ShapeProblem> problems(Map<String, Object> data) {
        List<ShapeProblem> problems = List.of();
        for (Field field : fields) {
            Object value = data.get(field.name());
            if (value == null ? !field.optional() : !field.type().admits(value)) {
                if (problems.isEmpty()) {
                    problems = new ArrayList<>();
                }
                problems.add(problem(field, value));
            }
        }
        return problems;
    }

    private static ShapeProblem problem(Field field, @Nullable Object value) {
        String expected = field.type().description();
        return new ShapeProblem(
                "/data/" + field.name().replace("~", "~0").replace("/", "~1"),
                "Expected %s to be %s, but it was %s."
                        .formatted(field.name(), expected, describe(value)),
                expected);
    }

    private static String describe(@Nullable Object value) {
        return switch (value) {
            case null -> "absent";
            case String text ->
                    "the string '%s'"
                            .formatted(text.length() <= 60 ? text : text.substring(0, 60) + "…");
            case Number number -> "the number " + number;
            case Boolean bool -> bool.toString();
            case List<?> _ -> "an array";
            default -> "an object";
        };
    }
}
