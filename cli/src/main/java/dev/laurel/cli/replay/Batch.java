package dev.laurel.cli.replay;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Events that go in one request: at most {@value #MAX_EVENTS}, and about half a megabyte. */
final class Batch {

    static final int MAX_EVENTS = 500;
    static final int MAX_BYTES = 512 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(64 * 1024);
    private final List<Long> lines = new ArrayList<>();

    /** Whether another event still fits in; into an empty batch any does. */
    boolean fits(EventLine line) {
        return lines.isEmpty()
                || (lines.size() < MAX_EVENTS && body.size() + line.json().length + 2 <= MAX_BYTES);
    }

    void add(EventLine line) {
        body.write(lines.isEmpty() ? '[' : ',');
        body.writeBytes(line.json());
        lines.add(line.number());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int size() {
        return lines.size();
    }

    /** Line of the event at that place of the batch. */
    long line(int index) {
        return lines.get(index);
    }

    /** The JSON array. */
    byte[] body() {
        ByteArrayOutputStream complete = new ByteArrayOutputStream(body.size() + 1);
        complete.writeBytes(body.toByteArray());
        complete.write(']');
        return complete.toByteArray();
    }
}
