package dev.laurel.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Decodes attribute values in HTTP headers: CloudEvents HTTP protocol binding 1.0.2, 3.1.3.2. */
final class HeaderValues {

    private HeaderValues() {}

    static @Nullable String find(HeaderLookup headers, String name) {
        String value = headers.find(name);
        return value == null ? null : percentDecoded(unquoted(value));
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static String percentDecoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        int at = 0;
        while (at < value.length()) {
            int character = value.codePointAt(at);
            int escaped = character == '%' && at + 2 < value.length() ? hex(value, at + 1) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                at += 3;
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(UTF_8));
                at += Character.charCount(character);
            }
        }
        return bytes.toString(UTF_8);
    }

    private static int hex(String value, int at) {
        int high = Character.digit(value.charAt(at), 16);
        int low = Character.digit(value.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
