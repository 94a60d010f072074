package dev.laurel.rules.evaluation.stream;

import dev.laurel.rules.evaluation.stream.Emission.Dead;
import dev.laurel.topics.DeadLetters;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Records that cannot be used, on their way to the dead letters with where they came from. */
final class Aside {

    private Aside() {}

    /** The record that is being processed, set aside within the same transaction. */
    static Record<byte[], Emission> of(
            Record<byte[], byte[]> record, ProcessorContext<?, ?> context, String reason) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        Headers headers =
                DeadLetters.headersOf(
                        EvaluationTopology.SERVICE,
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        reason,
                        record.headers());
        return record.<Emission>withValue(new Dead(record.value())).withHeaders(headers);
    }
}
