package dev.laurel.cloudevents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one event in the CloudEvents JSON format 1.0.2. */
final class EventObject {

    private final JsonParser parser;
    private final byte[] body;
    private final int index;
    private final EventAssembly assembly;

    private @Nullable String specversion;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String datacontenttype;

    /** The parser stands on the event's first token; the body is what it reads. */
    EventObject(JsonParser parser, byte[] body, Receipt receipt, int index) {
        this.parser = parser;
        this.body = body;
        this.index = index;
        this.assembly = new EventAssembly(receipt, index);
    }

    /** Leaves the parser on the event's last token. */
    EventReading read() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return notAnObject();
        }
        String name;
        while ((name = parser.nextName()) != null) {
            parser.nextToken();
            switch (name) {
                case "specversion" -> specversion = text(name);
                case "id" -> id = text(name);
                case "source" -> source = text(name);
                case "type" -> type = text(name);
                case "subject" -> subject = text(name);
                case "time" -> time = text(name);
                case "datacontenttype" -> datacontenttype = text(name);
                case "data" -> assembly.data(parser, body);
                case "data_base64" -> binaryData();
                // Extensions are not kept.
                default -> parser.skipChildren();
            }
        }
        return assembly.finish(
                new Attributes(specversion, id, source, type, subject, time, datacontenttype));
    }

    private @Nullable String text(String name) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        if (token != JsonToken.VALUE_NULL) {
            assembly.add(
                    new FieldProblem(
                            "/" + name,
                            "Expected %s to be a string, but it was %s."
                                    .formatted(name, DataReader.nameOf(token)),
                            "string"));
            parser.skipChildren();
        }
        return null;
    }

    private void binaryData() {
        assembly.add(
                new FieldProblem(
                        "/data_base64",
                        "Expected data as a JSON object, but it was binary.",
                        "data"));
        parser.skipChildren();
    }

    private EventReading notAnObject() {
        JsonToken token = parser.currentToken();
        parser.skipChildren();
        return new EventReading.Rejected(
                index,
                null,
                List.of(
                        new FieldProblem(
                                "",
                                "Expected an event, a JSON object, but it was %s."
                                        .formatted(DataReader.nameOf(token)),
                                "object")));
    }
}
