package dev.laurel.rules.simulations.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all of a topic once, from its beginning to where it ends when reading begins. */
final class TopicReading {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int SILENT_POLLS = 40;

    private final Map<String, Object> properties;

    /**
     * @param properties of consumers
     * @param name names the consumers to the broker
     */
    TopicReading(Map<String, Object> properties, String name) {
        this.properties = new HashMap<>(properties);
        this.properties.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        this.properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** Takes records in the order of each partition. */
    interface Taker {

        void accept(ConsumerRecord<byte[], byte[]> record);

        /** After every batch; offsets, of which some have no record. */
        void progress(long done, long total);
    }

    /**
     * Reads.
     *
     * @throws KafkaException when the broker is away for long
     */
    void read(String topic, Taker taker) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            long total = sum(end) - sum(first);
            int silent = 0;
            long left = left(consumer, end);
            while (left > 0) {
                var records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    TopicPartition partition =
                            new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < end.getOrDefault(partition, 0L)) {
                        taker.accept(record);
                    }
                }
                long now = left(consumer, end);
                silent = now < left ? 0 : silent + 1;
                if (silent > SILENT_POLLS) {
                    throw new KafkaException(
                            "Expected to read %s to its end, but nothing came any more."
                                    .formatted(topic));
                }
                left = now;
                taker.progress(total - left, total);
            }
        }
    }

    private static long left(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> end) {
        return end.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - consumer.position(each.getKey())))
                .sum();
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
