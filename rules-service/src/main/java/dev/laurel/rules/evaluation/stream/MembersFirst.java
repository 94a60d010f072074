package dev.laurel.rules.evaluation.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Gives every record of {@code laurel.members} and {@code laurel.tiers} a time before all events.
 * Of the records at hand, Kafka Streams takes the one with the lowest time, so what is known of a
 * member is taken in before any event that is still to be decided, whatever the clocks of their
 * producers say.
 */
final class MembersFirst implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return 0;
    }
}
