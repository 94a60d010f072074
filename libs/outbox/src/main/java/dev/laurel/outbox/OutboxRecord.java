package dev.laurel.outbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record that is to be sent once the transaction that appended it has committed.
 *
 * @param topic the topic
 * @param partition the partition, {@code null} to have the default partitioner choose by key
 * @param key the record's key; records of one key keep their order
 * @param value the record's value, never copied: whoever gives it away must not change it; of no
 *     bytes for a record without a value
 * @param headers headers, written as UTF-8, ordered by name
 */
// Bytes go straight from the codec to the database; nobody compares records.
@SuppressWarnings("ArrayRecordComponent")
public record OutboxRecord(
        String topic,
        @Nullable Integer partition,
        byte[] key,
        byte[] value,
        Map<String, String> headers) {

    public OutboxRecord {
        if (topic.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected the name of a topic, but it was '%s'.".formatted(topic));
        }
        if (partition != null && partition < 0) {
            throw new IllegalArgumentException(
                    "Expected a partition of at least 0, but it was %d.".formatted(partition));
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A record without a value: on a compacted topic the key is forgotten with it. */
    public static OutboxRecord tombstone(String topic, byte[] key) {
        return of(topic, key, new byte[0]);
    }

    boolean isTombstone() {
        return value.length == 0;
    }

    /** A record without headers whose key decides the partition. */
    public static OutboxRecord of(String topic, byte[] key, byte[] value) {
        return new OutboxRecord(topic, null, key, value, Map.of());
    }

    /** The same with other headers. */
    public OutboxRecord with(Map<String, String> otherHeaders) {
        return new OutboxRecord(topic, partition, key, value, otherHeaders);
    }
}
