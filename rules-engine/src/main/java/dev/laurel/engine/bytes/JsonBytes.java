package dev.laurel.engine.bytes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as parts of binary records; numbers come back as {@code Long} or {@code Double}. */
public final class JsonBytes {

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int WHOLE = 3;
    private static final int NUMBER = 4;
    private static final int TEXT = 5;
    private static final int LIST = 6;
    private static final int MAP = 7;

    private JsonBytes() {}

    public static void write(@Nullable Object value, ByteWriter out) {
        switch (value) {
            case null -> out.unsigned(NULL);
            case Boolean truth -> out.unsigned(truth ? TRUE : FALSE);
            case Number number -> write(number, out);
            case String text -> out.unsigned(TEXT).newText(text);
            case List<?> list -> {
                out.unsigned(LIST).unsigned(list.size());
                list.forEach(element -> write(element, out));
            }
            case Map<?, ?> map -> {
                out.unsigned(MAP);
                writeFields(map, out);
            }
            default ->
                    throw new IllegalArgumentException(
                            "Expected a value of JSON, but it was of %s."
                                    .formatted(value.getClass()));
        }
    }

    /** The fields of an object. */
    public static void writeFields(Map<?, ?> map, ByteWriter out) {
        out.unsigned(map.size());
        map.forEach((key, element) -> {
            out.text(String.valueOf(key));
            write(element, out);
        });
    }

    private static void write(Number number, ByteWriter out) {
        switch (number) {
            case Long n -> out.unsigned(WHOLE).signed(n);
            case Integer n -> out.unsigned(WHOLE).signed(n);
            case BigInteger n when n.bitLength() < Long.SIZE ->
                    out.unsigned(WHOLE).signed(n.longValue());
            case BigDecimal n -> writeFraction(n.doubleValue(), out);
            default -> writeFraction(number.doubleValue(), out);
        }
    }

    /** Most have their zeros at the end, which are dropped by writing them backwards. */
    private static void writeFraction(double number, ByteWriter out) {
        out.unsigned(NUMBER).unsigned(Long.reverse(Double.doubleToLongBits(number)));
    }

    public static @Nullable Object read(ByteReader in) {
        return switch (in.count()) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case WHOLE -> in.signed();
            case NUMBER -> Double.longBitsToDouble(Long.reverse(in.unsigned()));
            case TEXT -> in.newText();
            case LIST -> readList(in);
            case MAP -> readMap(in);
            default -> throw in.broken("there is no such kind of value");
        };
    }

    private static List<@Nullable Object> readList(ByteReader in) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            list.add(read(in));
        }
        return list;
    }

    private static Map<String, @Nullable Object> readMap(ByteReader in) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            map.put(in.text(), read(in));
        }
        return map;
    }

    /** What {@link #writeFields} wrote, without fields that are null. */
    public static Map<String, Object> readFields(ByteReader in) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            String key = in.text();
            Object value = read(in);
            if (value != null) {
                map.put(key, value);
            }
        }
        return map;
    }
}
