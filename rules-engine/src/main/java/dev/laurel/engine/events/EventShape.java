package dev.laurel.engine.events;

import dev.laurel.engine.expressions.FieldType;
import dev.laurel.engine.expressions.ObjectShape;
import dev.laurel.engine.expressions.ObjectValue;
import dev.laurel.engine.expressions.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A type of event that a program knows, and what its data looks like. Immutable.
 *
 * @param type the event's type
 * @param fields fields of its data that expressions can read
 */
public record EventShape(String type, Map<String, Field> fields) {

    /**
     * A field of an event's data.
     *
     * @param type its type
     * @param optional whether it may be absent
     */
    public record Field(FieldType type, boolean optional) {}

    public EventShape {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The event and its data as expressions see them. */
    public Schema schema() {
        ObjectShape data = data("Data");
        ObjectShape event =
                ObjectShape.of(
                        "Event",
                        builder ->
                                builder.text("id")
                                        .text("source")
                                        .text("type")
                                        .text("subject")
                                        .instant("time")
                                        .object("data", data));
        return new Schema(event, data);
    }

    /**
     * The data alone as expressions see them.
     *
     * @param shape a name that is unique within the vocabulary it is for
     */
    ObjectShape data(String shape) {
        return ObjectShape.of(
                shape,
                builder ->
                        fields.forEach(
                                (name, field) -> builder.json(name, field.type, field.optional)));
    }

    /**
     * The shapes of a type's events and of their data.
     *
     * @param event for the variable {@value Vocabulary#EVENT}
     * @param data for its field {@code data}
     */
    public record Schema(ObjectShape event, ObjectShape data) {

        /** An event as expressions see it; for one thread. */
        public ObjectValue value(Event happened) {
            return ObjectValue.of(
                    event,
                    happened.id(),
                    happened.source(),
                    happened.type(),
                    happened.subject(),
                    happened.time(),
                    ObjectValue.json(data, happened.data()));
        }
    }
}
