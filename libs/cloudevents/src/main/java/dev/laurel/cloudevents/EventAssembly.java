package dev.laurel.cloudevents;

import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.contracts.events.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Puts one event together from its data and its attributes, or says why it cannot be one. */
final class EventAssembly {

    private final Receipt receipt;
    private final int index;
    private final List<FieldProblem> problems = new ArrayList<>();
    private @Nullable Map<String, Object> data;
    private byte[] dataBytes = {};

    EventAssembly(Receipt receipt, int index) {
        this.receipt = receipt;
        this.index = index;
    }

    void add(FieldProblem problem) {
        problems.add(problem);
    }

    /** The parser stands on the first token of the data; the body is what it reads. */
    void data(JsonParser parser, byte[] body) {
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        data = new DataReader(parser, problems).read();
        int end = Math.toIntExact(parser.currentLocation().getByteOffset());
        if (end - start > receipt.maxDataBytes()) {
            problems.add(
                    new FieldProblem(
                            "/data",
                            "Expected at most %d bytes of data, but there were %d."
                                    .formatted(receipt.maxDataBytes(), end - start),
                            null));
        } else {
            // As it came: writing it anew would cost as much as reading it.
            dataBytes = Arrays.copyOfRange(body, start, end);
        }
    }

    EventReading finish(Attributes attributes) {
        if (data == null) {
            problems.add(
                    new FieldProblem(
                            "/data",
                            "Expected data to be a JSON object, but it was absent.",
                            "object"));
        }
        attributes.check(receipt.receivedAt(), problems);
        String id = attributes.id();
        String source = attributes.source();
        String type = attributes.type();
        String subject = attributes.subject();
        if (!problems.isEmpty()
                || data == null
                || id == null
                || source == null
                || type == null
                || subject == null) {
            return new Rejected(index, id, problems);
        }
        return new Accepted(
                index,
                new Event(
                        receipt.program(),
                        source,
                        id,
                        type,
                        subject,
                        attributes.instant(),
                        receipt.receivedAt(),
                        receipt.imported(),
                        data),
                dataBytes);
    }
}
