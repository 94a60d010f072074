package dev.laurel.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record's value and where it was on its topic.
 *
 * @param value the value
 * @param json the value as it was on the topic, in full; not to be changed
 * @param partition the partition that it was on
 * @param offset its place there: of two records of one key, the one with the higher offset is newer
 */
@SuppressWarnings("ArrayRecordComponent") // passed on as it is, never compared
public record Received<V>(V value, byte[] json, int partition, long offset) {

    static <V> Received<V> of(V value, ConsumerRecord<byte[], byte[]> record) {
        return new Received<>(value, record.value(), record.partition(), record.offset());
    }
}
