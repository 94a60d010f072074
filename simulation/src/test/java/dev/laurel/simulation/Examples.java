package dev.laurel.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.EventReading;
import dev.laurel.cloudevents.HttpEvents;
import dev.laurel.cloudevents.HttpReading;
import dev.laurel.cloudevents.IntakeLimits;
import dev.laurel.engine.Compilation;
import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.Compilation.Rejected;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.events.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The programs and events that come with Laurel. */
final class Examples {

    static final Path RETAIL_CLUB = Path.of("../examples/retail-club");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Examples() {}

    static Edition edition(Path program) {
        try {
            return edition(Files.readString(program));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Edition edition(String yaml) {
        Map<String, Object> document = YAML.readValue(yaml, new TypeReference<>() {});
        Compilation compilation = ProgramCompiler.compile(document);
        return switch (compilation) {
            case Compiled(var program, var _) -> Edition.of(document, program);
            case Rejected(var problems) ->
                    throw new AssertionError("Expected a program, but: " + problems);
        };
    }

    /** All events of a compressed file, as history. */
    static List<Event> events(Path file) {
        HttpEvents reader = new HttpEvents(IntakeLimits.DEFAULT);
        List<Event> events = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(event(reader, line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return events;
    }

    private static Event event(HttpEvents reader, String line) {
        HttpReading reading =
                reader.read(
                        "example",
                        "application/cloudevents+json",
                        name -> null,
                        line.getBytes(UTF_8),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        true);
        if (reading instanceof HttpReading.Read(List<EventReading> events)
                && events.getFirst() instanceof EventReading.Accepted(int _, var event, var _)) {
            return new Event(
                    event.source(),
                    event.id(),
                    event.type(),
                    event.subject(),
                    event.time(),
                    event.time(),
                    event.imported(),
                    event.data());
        }
        throw new AssertionError("Expected an event, but: " + reading);
    }
}
