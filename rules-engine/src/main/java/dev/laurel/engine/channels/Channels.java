package dev.laurel.engine.channels;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventShape;
import dev.laurel.engine.expressions.FieldType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The channels of a program that have figures of their own. Declared, so that whatever a storefront
 * writes into its events, there are never more figures than somebody wants to read.
 *
 * @param ids their names, as events carry them
 */
public record Channels(Set<String> ids) {

    /** The field of an event's data that names its channel. */
    private static final String FIELD = "channel";

    private static final String PATTERN = "[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}";
    private static final int MOST = 50;

    public Channels {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    }

    /** Reads the {@code channels} of a program document, given the events that it knows. */
    public static Channels read(Section document, Map<String, EventShape> events) {
        List<String> texts = document.texts("channels");
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String id = texts.get(i);
            String problem = problem(id, ids);
            if (problem == null) {
                ids.add(id);
            } else {
                document.problems().add(document.place("channels").child(i).pointer(), problem);
            }
        }
        if (texts.size() > MOST) {
            document.problem(
                    "channels",
                    "Expected at most %d channels, but there are %d."
                            .formatted(MOST, texts.size()));
        }
        if (!texts.isEmpty() && events.values().stream().noneMatch(Channels::isTold)) {
            document.problem(
                    "channels",
                    "Expected a type of events with '%s: string', but there is none, so no event could say which it came through."
                            .formatted(FIELD));
        }
        return new Channels(ids);
    }

    private static @Nullable String problem(String id, Set<String> taken) {
        if (!id.matches(PATTERN)) {
            return "Expected letters, digits, '-' and '_', at most 64, but it was '%s'."
                    .formatted(id);
        }
        return taken.contains(id)
                ? "Expected each channel once, but '%s' is there twice.".formatted(id)
                : null;
    }

    private static boolean isTold(EventShape shape) {
        EventShape.Field field = shape.fields().get(FIELD);
        return field != null && field.type() == FieldType.STRING;
    }

    /** The channel that an event came through, {@code null} where it is none of these. */
    public @Nullable String of(Event event) {
        return event.data().get(FIELD) instanceof String channel && ids.contains(channel)
                ? channel
                : null;
    }
}
