package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Sends what cannot be used to the dead letters of the topic that it came from. */
final class DeadLettersOf implements TopicNameExtractor<byte[], byte[]> {

    private final List<Topic<?>> topics;

    /**
     * @param topics those that are read together; what comes from none of them counts as from the
     *     first
     */
    DeadLettersOf(Topic<?>... topics) {
        this.topics = Arrays.asList(topics);
    }

    @Override
    public String extract(byte[] key, byte[] value, RecordContext place) {
        return topics.stream()
                .filter(topic -> topic.name().equals(place.topic()))
                .findFirst()
                .orElse(topics.getFirst())
                .deadLetters();
    }

    /** As descriptions of the topology have it. */
    @Override
    public String toString() {
        return topics.stream().map(Topic::deadLetters).toList().toString();
    }
}
