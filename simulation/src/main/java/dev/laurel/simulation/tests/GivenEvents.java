package dev.laurel.simulation.tests;

import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.Event;
import dev.laurel.simulation.Edition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the events that a test gives, in the order in which they arrive. */
final class GivenEvents {

    private static final Set<String> WORDS =
            Set.of("type", "subject", "time", "recordedTime", "id", "source", "data");
    private static final String SOURCE = "/tests";
    private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");

    private final Edition edition;
    private Instant latest = FIRST;

    GivenEvents(Edition edition) {
        this.edition = edition;
    }

    List<Event> read(Section test) {
        List<Event> events = new ArrayList<>();
        for (Section section : test.sections("given")) {
            Event event = read(section, events.size() + 1);
            if (event != null) {
                events.add(event);
            }
        }
        if (!test.has("given")) {
            test.problem("Expected 'given', a list of events, but it is missing.");
        }
        return events;
    }

    /** An event without an id is called by its number, and happens when the one before it did. */
    private @Nullable Event read(Section section, int number) {
        section.words(WORDS, Set.of());
        String type = section.reference("type", "event type", edition.program().events().keySet());
        String subject = section.requiredText("subject");
        String id = section.text("id");
        String source = section.text("source");
        latest = instant(section, "time", latest);
        Instant recorded = instant(section, "recordedTime", latest);
        Map<String, Object> data = data(section);
        if (type == null || subject == null) {
            return null;
        }
        for (ShapeProblem problem : edition.shapes().problems(type, data)) {
            section.problems()
                    .add(section.place().pointer() + problem.pointer(), problem.message());
        }
        return new Event(
                source == null ? SOURCE : source,
                id == null ? Integer.toString(number) : id,
                type,
                subject,
                latest,
                recorded,
                false,
                data);
    }

    private static Instant instant(Section section, String key, Instant otherwise) {
        String text = section.text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            section.problem(
                    key,
                    "Expected a time such as 2026-03-01T12:00:00Z, but it was '%s'."
                            .formatted(text));
            return otherwise;
        }
    }

    private static Map<String, Object> data(Section section) {
        Map<String, Object> data = new LinkedHashMap<>();
        Section given = section.section("data");
        if (given != null) {
            for (String name : given.keys()) {
                Object value = given.value(name);
                if (value != null) {
                    data.put(name, value);
                }
            }
        }
        return data;
    }
}
