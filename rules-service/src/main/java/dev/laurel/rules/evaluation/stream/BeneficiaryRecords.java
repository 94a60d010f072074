package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.Decoded;
import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.MemberKey;
import dev.laurel.rules.evaluation.stream.Reading.ToDecide;
import dev.laurel.rules.evaluation.stream.Reading.Unreadable;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * An event on its way to another beneficiary: the record as it was, under the beneficiary's key,
 * with the subject's key and the version that found the beneficiary in headers.
 */
final class BeneficiaryRecords implements RecordReader {

    private static final String SUBJECT_KEY = "laurel-subject-key";
    private static final String VERSION = "laurel-version";

    private final KafkaEvents codec = new KafkaEvents();

    static Record<byte[], byte[]> of(
            Record<byte[], byte[]> event, MemberKey beneficiary, int version) {
        Headers headers = new RecordHeaders(event.headers().toArray());
        headers.add(SUBJECT_KEY, event.key());
        headers.add(VERSION, Integer.toString(version).getBytes(UTF_8));
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
        return new ToDecide(event.event(), beneficiary.member(), version);
    }
}
