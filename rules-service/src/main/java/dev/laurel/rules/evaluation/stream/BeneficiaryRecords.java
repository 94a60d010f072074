package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.Decoded;
import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.MemberKey;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.traces.EventTrace.Awaited;
import dev.laurel.engine.traces.EventTraceCodec;
import dev.laurel.rules.evaluation.stream.Reading.ToDecide;
import dev.laurel.rules.evaluation.stream.Reading.Unreadable;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * An event on its way to another beneficiary: the record as it was, under the beneficiary's key,
 * with the subject's key, the version that found the beneficiary and reversals that had come before
 * it in headers.
 */
final class BeneficiaryRecords implements RecordReader {

    private static final String SUBJECT_KEY = "laurel-subject-key";
    private static final String VERSION = "laurel-version";
    private static final String REVERSALS = "laurel-reversals";

    private final KafkaEvents codec = new KafkaEvents();

    static Record<byte[], byte[]> of(
            Record<byte[], byte[]> event,
            MemberKey beneficiary,
            int version,
            List<Event> reversals) {
        Headers headers = new RecordHeaders(event.headers().toArray());
        headers.add(SUBJECT_KEY, event.key());
        headers.add(VERSION, Integer.toString(version).getBytes(UTF_8));
        headers.remove(REVERSALS); // whoever may have sent one
        if (!reversals.isEmpty()) {
            headers.add(REVERSALS, EventTraceCodec.encode(new Awaited("", null, reversals)));
        }
        return event.withKey(beneficiary.toString().getBytes(UTF_8)).withHeaders(headers);
    }

    @Override
    public Reading read(Record<byte[], byte[]> record) {
        Headers headers = record.headers();
        Decoded decoded =
                codec.decode(
                        headers.lastHeader(SUBJECT_KEY).value(),
                        record.value(),
                        headers,
                        record.timestamp());
        if (!(decoded instanceof DecodedEvent event)) {
            return new Unreadable("Expected an event for a beneficiary, but it was " + decoded);
        }
        MemberKey beneficiary = MemberKey.parse(new String(record.key(), UTF_8));
        int version = Integer.parseInt(new String(headers.lastHeader(VERSION).value(), UTF_8));
        return new ToDecide(event.event(), beneficiary.member(), version, reversals(headers));
    }

    private static List<Event> reversals(Headers headers) {
        Header header = headers.lastHeader(REVERSALS);
        return header != null && EventTraceCodec.decode(header.value()) instanceof Awaited awaited
                ? awaited.reversals()
                : List.of();
    }
}
