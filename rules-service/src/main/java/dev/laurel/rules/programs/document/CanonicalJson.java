package dev.laurel.rules.programs.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * One text for equal documents: no blanks, names in the order of their UTF-16 code units, text
 * escaped only where JSON demands it. After RFC 8785, apart from numbers: they are plain decimals
 * without an exponent and without trailing zeros, exact at any size.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Lower-case hex SHA-256 of the canonical text in UTF-8. */
    public static String hash(@Nullable Object tree) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(write(tree).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "Expected SHA-256 in every Java, but it is missing.", e);
        }
    }

    static String write(@Nullable Object tree) {
        StringBuilder text = new StringBuilder();
        append(text, tree);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> object -> appendObject(text, object);
            case List<?> array -> appendArray(text, array);
            case String string -> appendText(text, string);
            case Boolean truth -> text.append(truth.booleanValue());
            case Number number -> text.append(plain(number));
            default ->
                    throw new IllegalArgumentException(
                            "Expected a JSON value, but it was %s.".formatted(value.getClass()));
        }
    }

    private static void appendObject(StringBuilder text, Map<?, ?> object) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        char before = '{';
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            text.append(before);
            appendText(text, member.getKey());
            text.append(':');
            append(text, member.getValue());
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private static void appendArray(StringBuilder text, List<?> array) {
        text.append('[');
        for (Iterator<?> elements = array.iterator(); elements.hasNext(); ) {
            append(text, elements.next());
            if (elements.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private static void appendText(StringBuilder text, String string) {
        text.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsCharArray(string))
                .append('"');
    }

    private static String plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
