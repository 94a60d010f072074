package dev.laurel.engine.silences;

import dev.laurel.engine.document.Durations;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.EventShape;
import dev.laurel.engine.expressions.FieldType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which events of a program document are emitted about silent members. */
public final class SilenceReader {

    private static final String EMITTED = "emitted";
    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(3660);

    private final Map<String, EventShape> shapes;
    private final Map<String, Silence> silences = new LinkedHashMap<>();

    private SilenceReader(Map<String, EventShape> shapes) {
        this.shapes = shapes;
    }

    /** Reads them by the type of the emitted event. */
    public static Map<String, Silence> read(Section document, Map<String, EventShape> shapes) {
        SilenceReader reader = new SilenceReader(shapes);
        Section events =
                document.value("events") instanceof Map ? document.section("events") : null;
        if (events == null) {
            return Map.of();
        }
        shapes.forEach((type, shape) -> {
            Section section = events.value(type) instanceof Map ? events.section(type) : null;
            if (section != null && section.has(EMITTED)) {
                reader.read(shape, section);
            }
        });
        reader.silences.values().forEach(silence -> reader.refuseEmitted(silence, events));
        return reader.silences;
    }

    private void read(EventShape shape, Section section) {
        if (section.has("reverses")) {
            section.problem(
                    EMITTED,
                    "Expected either 'reverses' or 'emitted', but there are both of them.");
        }
        shape.fields().forEach((name, field) -> checkField(section, name, field));
        Section emitted = section.section(EMITTED);
        if (emitted == null) {
            return;
        }
        emitted.words(Set.of("after", "without"), Set.of());
        Duration after = after(emitted);
        if (!emitted.has("without")) {
            emitted.problem("Expected 'without', but it is missing.");
        }
        Set<String> without = emitted.references("without", "event type", shapes.keySet());
        if (after != null) {
            silences.put(shape.type(), new Silence(shape.type(), after, without));
        }
    }

    private static void checkField(Section section, String name, EventShape.Field field) {
        if (!name.equals(Silence.SINCE) && !field.optional()) {
            section.problem(
                    name,
                    "Expected no field but 'since', as nothing else is known of a silence, but '%s' has to be there."
                            .formatted(name));
        } else if (name.equals(Silence.SINCE) && field.type() != FieldType.TIMESTAMP) {
            section.problem(
                    name, "Expected timestamp, but it was '%s'.".formatted(field.type().word()));
        }
    }

    private static @Nullable Duration after(Section emitted) {
        String text = emitted.requiredText("after");
        Duration after = text == null ? null : Durations.read(text);
        if (text != null
                && (after == null || after.compareTo(LEAST) < 0 || after.compareTo(MOST) > 0)) {
            emitted.problem(
                    "after",
                    "Expected a duration of PT1H to P3660D, such as P30D, but it was '%s'."
                            .formatted(text));
            return null;
        }
        return after;
    }

    private void refuseEmitted(Silence silence, Section events) {
        for (String type : silence.without()) {
            if (silences.containsKey(type)) {
                events.problem(
                        silence.type(),
                        "Expected events that members cause as activity, but '%s' is emitted."
                                .formatted(type));
            }
        }
    }
}
