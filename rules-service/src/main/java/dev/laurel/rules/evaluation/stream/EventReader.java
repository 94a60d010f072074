package dev.laurel.rules.evaluation.stream;

import dev.laurel.cloudevents.Decoded;
import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.Decoded.DecodedMark;
import dev.laurel.cloudevents.Decoded.Malformed;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.Prize;
import dev.laurel.contracts.events.PublicationMark;
import dev.laurel.rules.evaluation.stream.Reading.ToAwait;
import dev.laurel.rules.evaluation.stream.Reading.ToDecide;
import dev.laurel.rules.evaluation.stream.Reading.Unreadable;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;

/** Reads {@code laurel.events}: events for their own subjects, and marks. */
final class EventReader implements RecordReader {

    private final KafkaEvents codec = new KafkaEvents();

    @Override
    public Reading read(Record<byte[], byte[]> record) {
        Decoded decoded =
                codec.decode(record.key(), record.value(), record.headers(), record.timestamp());
        return switch (decoded) {
            case DecodedEvent(Event event) ->
                    new ToDecide(event, event.subject(), Prize.versionOf(event), List.of());
            case DecodedMark(PublicationMark mark) -> new ToAwait(mark);
            case Malformed(String reason) -> new Unreadable(reason);
        };
    }
}
