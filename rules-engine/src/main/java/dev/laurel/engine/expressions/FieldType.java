package dev.laurel.engine.expressions;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types that an event shape can give to a field. */
public enum FieldType {
    DOUBLE(SimpleType.DOUBLE),
    INT(SimpleType.INT),
    STRING(SimpleType.STRING),
    BOOL(SimpleType.BOOL),
    TIMESTAMP(SimpleType.TIMESTAMP),
    LIST(ListType.create(SimpleType.DYN)),
    MAP(MapType.create(SimpleType.STRING, SimpleType.DYN));

    private final CelType type;

    FieldType(CelType type) {
        this.type = type;
    }

    CelType type() {
        return type;
    }

    /** The word of the program language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All the words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FieldType::word).toList();
    }

    /** The type of that word, {@code null} when there is none. */
    public static @Nullable FieldType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /**
     * A JSON value as expressions see it, {@code null} when it is not of this type. What is within
     * lists and maps is left as it is.
     */
    @Nullable Object read(Object json) {
        return switch (this) {
            case DOUBLE -> JsonValues.asDouble(json);
            case INT -> JsonValues.asLong(json);
            case STRING -> json instanceof String ? json : null;
            case BOOL -> json instanceof Boolean ? json : null;
            case TIMESTAMP -> JsonValues.asInstant(json);
            case LIST -> json instanceof List<?> list ? list : null;
            case MAP -> json instanceof Map<?, ?> map ? map : null;
        };
    }
}
