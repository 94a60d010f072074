package dev.laurel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is on a topic now, partition by partition in order. */
record Sent(List<ConsumerRecord<byte[], byte[]>> records) {

    static Sent on(String bootstrapServers, String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return new Sent(found);
        }
    }

    /** Values as text, per key, in order. */
    Map<String, List<String>> byKey() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> sent : records) {
            values.computeIfAbsent(new String(sent.key(), UTF_8), _ -> new ArrayList<>())
                    .add(new String(sent.value(), UTF_8));
        }
        return values;
    }

    /** The same without repetitions: what a reader sees that drops what it has seen. */
    Map<String, List<String>> firstsByKey() {
        Map<String, List<String>> firsts = new LinkedHashMap<>();
        byKey().forEach((key, values) -> firsts.put(key, List.copyOf(new LinkedHashSet<>(values))));
        return firsts;
    }
}
