package dev.laurel.cli.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Where in the text each value of a document is. */
final class DocumentPlaces {

    /**
     * A place in the text.
     *
     * @param line from 1
     * @param column from 1
     */
    record Position(int line, int column) {}

    private final Map<String, Position> positions;

    private DocumentPlaces(Map<String, Position> positions) {
        this.positions = positions;
    }

    /** Reads the places from a parser that stands before the document. */
    static DocumentPlaces read(JsonParser parser) {
        Map<String, Position> positions = new HashMap<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                TokenStreamLocation location = parser.currentTokenLocation();
                // The name of a property is where people look for it; its value may begin far
                // below.
                positions.putIfAbsent(
                        pointer(parser, token),
                        new Position(location.getLineNr(), location.getColumnNr()));
            }
        }
        return new DocumentPlaces(positions);
    }

    /** The place of a value, or of the nearest one around it that is there. */
    Optional<Position> find(String pointer) {
        String at = pointer;
        while (!positions.containsKey(at)) {
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            at = at.substring(0, slash);
        }
        return Optional.ofNullable(positions.get(at));
    }

    private static String pointer(JsonParser parser, JsonToken token) {
        boolean opening = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        var context = parser.streamReadContext();
        // Inside of what has just been opened, the path already counts the first child.
        return (opening && context.getParent() != null ? context.getParent() : context)
                .pathAsPointer()
                .toString();
    }
}
