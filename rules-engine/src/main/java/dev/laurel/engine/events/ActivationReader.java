package dev.laurel.engine.events;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads whose points the events of a program document activate. */
public final class ActivationReader {

    private ActivationReader() {}

    /** Reads the activations by the type of the activating event. */
    public static Map<String, Activation> read(Section document, EventVocabularies vocabularies) {
        Map<String, Activation> activations = new LinkedHashMap<>();
        Section events = document.section("events");
        if (events == null) {
            return activations;
        }
        Set<String> activating = EventShapeReader.activating(document);
        for (String type : activating) {
            Section shape = events.section(type);
            Section activates = shape == null ? null : shape.section(EventShapeReader.ACTIVATES);
            if (shape == null || activates == null) {
                continue;
            }
            if (shape.has(EventShapeReader.REVERSES)) {
                shape.problem("Expected either 'reverses' or 'activates', but there are both.");
            }
            Activation activation = read(type, activates, vocabularies);
            if (activation != null) {
                check(activation, activates, activating, events);
                activations.put(type, activation);
            }
        }
        return activations;
    }

    private static void check(
            Activation activation, Section activates, Set<String> activating, Section events) {
        boolean reverses =
                events.value(activation.of()) instanceof Map<?, ?> shape
                        && shape.get(EventShapeReader.REVERSES) != null;
        if (reverses || activating.contains(activation.of())) {
            activates.problem(
                    "event",
                    "Expected events that reverse and activate nothing themselves, but '%s' does."
                            .formatted(activation.of()));
        }
    }

    private static @Nullable Activation read(
            String type, Section activates, EventVocabularies vocabularies) {
        activates.words(Set.of("event", "by"), Set.of());
        String of = activates.reference("event", "event type", vocabularies.types());
        Expression by = ReversalReader.by(type, activates, vocabularies);
        return of == null || by == null ? null : new Activation(type, of, by);
    }
}
