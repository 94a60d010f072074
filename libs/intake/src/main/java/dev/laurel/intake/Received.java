package dev.laurel.intake;

import dev.laurel.tracing.Step;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record's value and where it was on its topic.
 *
 * @param value the value
 * @param json the value as it was on the topic, in full; not to be changed
 * @param partition the partition that it was on
 * @param offset its place there: of two records of one key, the one with the higher offset is newer
 * @param trace the trace context of taking it in, {@code null} if nobody traces it
 */
@SuppressWarnings("ArrayRecordComponent") // passed on as it is, never compared
public record Received<V>(
        V value, byte[] json, int partition, long offset, @Nullable String trace) {

    static <V> Received<V> of(V value, ConsumerRecord<byte[], byte[]> record, Step step) {
        return new Received<>(
                value, record.value(), record.partition(), record.offset(), step.context());
    }
}
