package dev.laurel.cloudevents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads an event's data into maps, lists, {@code String}, {@code Boolean}, {@code Integer}, {@code
 * Long}, {@code Double} and {@code null}, and notes values that the platform could not calculate
 * with or store. One instance reads one event.
 */
final class DataReader {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_PROBLEMS = 20;

    private final JsonParser parser;
    private final int base;
    private final List<FieldProblem> problems;

    /** The parser stands on the first token of the data. */
    DataReader(JsonParser parser, List<FieldProblem> problems) {
        this.parser = parser;
        this.base = parser.streamReadContext().pathAsPointer().toString().length();
        this.problems = problems;
    }

    /** Reads the data, and leaves the parser on its last token. Not an object: no entries. */
    Map<String, Object> read() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT) {
            problems.add(
                    new FieldProblem(
                            "/data",
                            "Expected data to be a JSON object, but it was %s."
                                    .formatted(nameOf(token)),
                            "object"));
            parser.skipChildren();
            return Map.of();
        }
        // The parser's context is already inside of the object.
        return object(1);
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        String name;
        while ((name = parser.nextName()) != null) {
            if (!Texts.isStorable(name)) {
                add("a name without U+0000 and half characters", "this one has some");
            }
            parser.nextToken();
            put(object, name, value(depth));
        }
        return object;
    }

    private List<Object> array(int depth) {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            add(array, value(depth));
        }
        return array;
    }

    private @Nullable Object value(int depth) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> depth == MAX_DEPTH ? tooDeep() : object(depth + 1);
            case START_ARRAY -> depth == MAX_DEPTH ? tooDeep() : array(depth + 1);
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private @Nullable Object tooDeep() {
        add("at most " + MAX_DEPTH + " levels", "there are more");
        parser.skipChildren();
        return null;
    }

    private String text() {
        String text = parser.getString();
        if (!Texts.isStorable(text)) {
            add("text without U+0000 and half characters", "this has some");
        }
        return text;
    }

    private Double number() {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            add("a number of at most 1.8e308", "it is larger");
        }
        return number;
    }

    private @Nullable Number wholeNumber() {
        // Not in one conditional expression, which would make a Long of every Integer.
        if (parser.getNumberType() == JsonParser.NumberType.INT) {
            return parser.getIntValue();
        }
        if (parser.getNumberType() == JsonParser.NumberType.LONG) {
            return parser.getLongValue();
        }
        add("a whole number of at most 64 bits (longer ones can be sent as text)", "it is longer");
        return null;
    }

    private void add(String expected, String found) {
        if (problems.size() < MAX_PROBLEMS) {
            String pointer = parser.streamReadContext().pathAsPointer().toString();
            problems.add(
                    new FieldProblem(
                            "/data" + pointer.substring(base),
                            "Expected %s, but %s.".formatted(expected, found),
                            null));
        }
    }

    @SuppressWarnings("NullAway") // JSON null is a value, which the contract's type does not say
    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        object.put(name, value);
    }

    @SuppressWarnings("NullAway") // as above
    private static void add(List<Object> array, @Nullable Object value) {
        array.add(value);
    }

    static String nameOf(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "absent";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        };
    }
}
