package dev.laurel.engine.expressions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values, whose numbers may be of any Java type, as CEL wants them: long and double. */
@SuppressWarnings("ReferenceEquality") // to see whether anything had to be converted
final class JsonValues {

    private JsonValues() {}

    static @Nullable Double asDouble(Object json) {
        return json instanceof Number number ? (Double) number.doubleValue() : null;
    }

    static @Nullable Long asLong(Object json) {
        return switch (json) {
            case Long number -> number;
            case Integer number -> number.longValue();
            case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
            case Double number when number == Math.rint(number) && Math.abs(number) < 0x1p63 ->
                    number.longValue();
            case BigDecimal number -> exact(number);
            default -> null;
        };
    }

    static @Nullable Instant asInstant(Object json) {
        if (!(json instanceof String text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    /** A value with all that is within it. */
    static Object deep(Object value) {
        return switch (value) {
            case List<?> list -> normal(list);
            case Map<?, ?> map -> normal(map);
            default -> value;
        };
    }

    /** A number or anything else; what is within lists and maps is left as it is. */
    static @Nullable Object shallow(@Nullable Object value) {
        return value instanceof Number ? normal(value) : value;
    }

    /** The same list when there is nothing to change in it. */
    static List<?> normal(List<?> list) {
        List<@Nullable Object> copy = null;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            Object normal = normal(element);
            if (copy == null && normal != element) {
                copy = new ArrayList<>(list.subList(0, i));
            }
            if (copy != null) {
                copy.add(normal);
            }
        }
        return copy == null ? list : copy;
    }

    /** The same map when there is nothing to change in it. */
    static Map<?, ?> normal(Map<?, ?> map) {
        Map<Object, @Nullable Object> copy = null;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object normal = normal(entry.getValue());
            if (normal != entry.getValue()) {
                copy = copy == null ? new LinkedHashMap<>(map) : copy;
                copy.put(entry.getKey(), normal);
            }
        }
        return copy == null ? map : copy;
    }

    private static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
            case BigInteger number -> number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case Float number -> number.doubleValue();
            case List<?> list -> normal(list);
            case Map<?, ?> map -> normal(map);
            case null -> null;
            default -> value;
        };
    }

    private static @Nullable Long exact(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException fraction) {
            return null;
        }
    }
}
