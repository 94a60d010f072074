package dev.laurel.engine.events;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.FieldType;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code lines} of {@code reverses}. */
final class LineShapeReader {

    private static final Set<String> WORDS =
            Set.of("of", "returned", "id", "quantity", "price", "amount");
    private static final String FIELD_PATTERN = "[a-zA-Z_][a-zA-Z0-9_]{0,63}";

    private LineShapeReader() {}

    static @Nullable LineShape read(Section reverses, EventShape original, EventShape reversal) {
        Section lines = reverses.section("lines");
        if (lines == null) {
            return null;
        }
        lines.words(WORDS, Set.of());
        if (reverses.has("share")) {
            reverses.problem(
                    "lines", "Expected either 'share' or 'lines', but there are both of them.");
        }
        String of = list(lines, "of", original);
        String returned = list(lines, "returned", reversal);
        if (!lines.has("id")) {
            lines.problem("Expected 'id', but it is missing.");
        }
        String id = field(lines, "id");
        LineShape.Fields fields =
                new LineShape.Fields(
                        id == null ? "id" : id,
                        field(lines, "quantity"),
                        field(lines, "price"),
                        field(lines, "amount"));
        if (fields.price() != null && fields.amount() != null) {
            lines.problem(
                    "price", "Expected either 'price' or 'amount', but there are both of them.");
        }
        return of == null || returned == null ? null : new LineShape(of, returned, fields);
    }

    private static @Nullable String list(Section lines, String word, EventShape shape) {
        Set<String> lists =
                shape.fields().entrySet().stream()
                        .filter(field -> field.getValue().type() == FieldType.LIST)
                        .map(field -> field.getKey())
                        .collect(Collectors.toSet());
        if (lists.isEmpty()) {
            lines.problem(
                    word,
                    "Expected '%s' to have a field of type list, but it has none."
                            .formatted(shape.type()));
            return null;
        }
        return lines.reference(word, "list of " + shape.type(), lists);
    }

    private static @Nullable String field(Section lines, String word) {
        String name = lines.text(word);
        if (name != null && !name.matches(FIELD_PATTERN)) {
            lines.problem(
                    word,
                    "Expected the name of a field of a line, but it was '%s'.".formatted(name));
            return null;
        }
        return name;
    }
}
