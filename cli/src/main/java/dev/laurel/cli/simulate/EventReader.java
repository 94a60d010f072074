package dev.laurel.cli.simulate;

import dev.laurel.cli.replay.Lines;
import dev.laurel.cloudevents.EventReading;
import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.cloudevents.HttpEvents;
import dev.laurel.cloudevents.HttpReading;
import dev.laurel.cloudevents.IntakeLimits;
import dev.laurel.engine.events.Event;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of events with the platform's own reader, as history: they are never too late. */
final class EventReader {

    private static final String JSON = "application/cloudevents+json";

    private final HttpEvents reader = new HttpEvents(IntakeLimits.DEFAULT);
    private final Map<String, String> sources = new HashMap<>();
    private final Lines lines;
    private final String program;
    private final Instant now;

    EventReader(InputStream in, String program, Instant now) {
        this.lines = new Lines(in);
        this.program = program;
        this.now = now;
    }

    /** A line of the file. */
    sealed interface Reading {}

    /** An event. */
    record Read(Event event) implements Reading {}

    /** Something that the platform would refuse whatever the program is. */
    record Refused(String reason) implements Reading {}

    /** The next line, {@code null} at the end. */
    @Nullable Reading next() throws IOException {
        byte[] line = lines.next();
        if (line == null) {
            return null;
        }
        HttpReading reading = reader.read(program, JSON, header -> null, line, now, true);
        return switch (reading) {
            case HttpReading.Read read -> reading(read.events().getFirst());
            case HttpReading.BrokenBody(String reason) -> new Refused(reason);
            case HttpReading.UnsupportedMediaType(String reason) -> new Refused(reason);
            case HttpReading.BatchTooLarge _ -> new Refused("Expected one event a line.");
        };
    }

    private Reading reading(EventReading reading) {
        return switch (reading) {
            case Accepted accepted -> new Read(event(accepted.event()));
            case Rejected rejected -> new Refused(rejected.problems().getFirst().message());
        };
    }

    /** A history is simulated as it happened. */
    private Event event(dev.laurel.contracts.events.Event event) {
        return new Event(
                        sources.computeIfAbsent(event.source(), source -> source),
                        event.id(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.recordedTime(),
                        event.imported(),
                        event.data())
                .asItHappened();
    }
}
