package dev.laurel.engine.expressions;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads protobuf's text format without knowing the messages: a message is a map of lists by field,
 * a text in quotes is one, and anything else is the word that stands there.
 */
final class TextProto {

    /** Gives nothing back of a text, which would take stack for each character. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+|#[^\\n]*|(?<text>\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\\n]++|\\\\.)*+')"
                            + "|(?<word>[-+.\\w]+)|(?<type>\\[[\\w./]+\\])|(?<sign>[{}<>:;,\\[\\]])");

    private static final Pattern ESCAPE =
            Pattern.compile(
                    "\\\\(?:(?<octal>[0-7]{1,3})|x(?<hex>[0-9a-fA-F]{1,2})|u(?<unicode>[0-9a-fA-F]{4})"
                            + "|U(?<long>[0-9a-fA-F]{8})|(?<one>.))");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private TextProto(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find() || matcher.start() != end) {
                throw new IllegalArgumentException(
                        "Expected text format, but there was: "
                                + text.substring(end, Math.min(text.length(), end + 40)));
            }
            end = matcher.end();
            String token = matcher.group();
            if (!token.isBlank() && !token.startsWith("#")) {
                tokens.add(token);
            }
        }
    }

    /** A value of a message in quotes. */
    record Text(String utf8) {
        @Override
        public String toString() {
            return utf8;
        }
    }

    static Map<String, List<Object>> parse(String text) {
        TextProto proto = new TextProto(text);
        return proto.message("");
    }

    private Map<String, List<Object>> message(String end) {
        Map<String, List<Object>> fields = new LinkedHashMap<>();
        while (next < tokens.size() && !tokens.get(next).equals(end)) {
            String name = tokens.get(next++);
            skip(":");
            List<Object> values = fields.computeIfAbsent(name, field -> new ArrayList<>());
            if (skip("[")) {
                while (!skip("]")) {
                    values.add(value());
                    skip(",");
                }
            } else {
                values.add(value());
            }
            skip(",");
            skip(";");
        }
        next++;
        return fields;
    }

    private Object value() {
        String token = tokens.get(next++);
        if (token.equals("{")) {
            return message("}");
        }
        if (token.equals("<")) {
            return message(">");
        }
        if (!isQuoted(token)) {
            return token;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(unquoted(token));
        while (next < tokens.size() && isQuoted(tokens.get(next))) {
            bytes.writeBytes(unquoted(tokens.get(next++)));
        }
        return new Text(bytes.toString(StandardCharsets.UTF_8));
    }

    private static boolean isQuoted(String token) {
        return token.startsWith("\"") || token.startsWith("'");
    }

    private boolean skip(String sign) {
        boolean there = next < tokens.size() && tokens.get(next).equals(sign);
        next += there ? 1 : 0;
        return there;
    }

    private static byte[] unquoted(String token) {
        String text = token.substring(1, token.length() - 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = ESCAPE.matcher(text);
        int end = 0;
        while (escape.find()) {
            bytes.writeBytes(text.substring(end, escape.start()).getBytes(StandardCharsets.UTF_8));
            end = escape.end();
            if (escape.group("octal") != null) {
                bytes.write(Integer.parseInt(escape.group("octal"), 8));
            } else if (escape.group("hex") != null) {
                bytes.write(Integer.parseInt(escape.group("hex"), 16));
            } else if (escape.group("unicode") != null || escape.group("long") != null) {
                String digits = escape.group(escape.group("long") == null ? "unicode" : "long");
                bytes.writeBytes(
                        Character.toString(Integer.parseInt(digits, 16))
                                .getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.writeBytes(plain(escape.group("one")).getBytes(StandardCharsets.UTF_8));
            }
        }
        bytes.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String plain(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "a" -> "\u0007";
            case "b" -> "\b";
            case "f" -> "\f";
            case "v" -> "\u000b";
            default -> escaped;
        };
    }
}
