package dev.laurel.engine.events;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import java.time.Instant;
import java.util.Map;

/** Events without their payloads as bytes, within messages that say what came of them. */
public final class BareEvents {

    private BareEvents() {}

    public static void write(Event event, ByteWriter out) {
        out.text(event.source()).text(event.id()).text(event.type()).text(event.subject());
        write(event.time(), out);
        write(event.recordedTime(), out);
        out.unsigned(event.imported() ? 1 : 0);
    }

    /** Reads what {@link #write} wrote. */
    public static Event read(ByteReader in) {
        return new Event(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                readInstant(in),
                readInstant(in),
                in.count() == 1,
                Map.of());
    }

    private static void write(Instant time, ByteWriter out) {
        out.signed(time.getEpochSecond()).unsigned(time.getNano());
    }

    private static Instant readInstant(ByteReader in) {
        return Instant.ofEpochSecond(in.signed(), in.count());
    }
}
