package dev.laurel.rules.programs.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Builds the tree of one document from its tokens; the parser keeps the limits. */
final class TreeBuilder {

    private final JsonParser parser;

    TreeBuilder(JsonParser parser) {
        this.parser = parser;
    }

    Map<String, Object> document() throws UnreadableDocument {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw unexpected(
                    "Expected an object with the program's parts, but it is " + name(first));
        }
        Map<String, Object> root = object();
        if (parser.nextToken() != null) {
            throw unexpected("Expected one document, but there is more behind it");
        }
        return root;
    }

    // The tree has null where the text says null.
    @SuppressWarnings("NullAway")
    private Map<String, Object> object() throws UnreadableDocument {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser.nextToken()));
        }
        return members;
    }

    private List<@Nullable Object> array() throws UnreadableDocument {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            elements.add(value(token));
        }
        return elements;
    }

    private @Nullable Object value(@Nullable JsonToken token) throws UnreadableDocument {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw unexpected("Expected no aliases, but there is *" + parser.getString());
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw unexpected("Expected a value, but it is " + name(token));
        };
    }

    private double finite(double number) throws UnreadableDocument {
        if (!Double.isFinite(number)) {
            throw unexpected("Expected a finite number, but it is " + number);
        }
        return number;
    }

    private static String name(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "empty";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> token.toString();
        };
    }

    private UnreadableDocument unexpected(String message) {
        TokenStreamLocation place = parser.currentTokenLocation();
        return new UnreadableDocument(message + ".", place.getLineNr(), place.getColumnNr());
    }
}
