package dev.laurel.servicetesting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.Topic;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.topics.RecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes and reads a topic of the shared test broker as another service would. */
public final class TopicProbe<V> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final RecordCodec codec = new RecordCodec();
    private final Topic<V> topic;

    public TopicProbe(Topic<V> topic) {
        this.topic = topic;
    }

    /** A key and a value in whatever bytes, or without a value. */
    // Only handed over, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Raw(String key, byte @Nullable [] value) {}

    /** A record as its owner would write it. */
    public Raw raw(String key, V value) {
        return new Raw(key, codec.write(value));
    }

    /** Says that nothing holds any more of what was told under a key. */
    public void forget(String key) {
        send(new Raw(key, null));
    }

    /** Sends in order; returns when the broker has all of them. */
    public void send(Raw... records) {
        send(Arrays.asList(records));
    }

    /** Sends in order; returns when the broker has all of them. */
    public void send(List<Raw> records) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "linger.ms", 5);
        try (var producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Raw raw : records) {
                byte[] key = raw.key().getBytes(UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic.name(), key, raw.value())));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("Could not send to " + topic.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending to " + topic.name(), e);
        }
    }

    /** The values of one key that are on the topic now, in order. */
    public List<V> values(String key) {
        return values(key::equals);
    }

    /** The values of all these keys that are on the topic now, those of each in order. */
    public List<V> values(Predicate<String> keys) {
        return records(topic.name(), keys).stream()
                .map(record -> codec.read(record.value(), topic.value()))
                .toList();
    }

    /** Whether the newest record of a key is there and has no value. */
    public boolean isForgotten(String key) {
        List<ConsumerRecord<byte[], byte[]>> found = records(topic.name(), key::equals);
        return !found.isEmpty() && found.getLast().value() == null;
    }

    /**
     * The records of all these keys that are on the topic now, as they are, those of each in order.
     */
    public List<ConsumerRecord<byte[], byte[]>> rawRecords(Predicate<String> keys) {
        return records(topic.name(), keys);
    }

    /** The dead letters of one key that are there now, in order. */
    public List<ConsumerRecord<byte[], byte[]>> deadLetters(String key) {
        return records(topic.deadLetters(), key::equals);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(
            String topic, Predicate<String> keys) {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers",
                        TestBroker.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        // What is asked for is there: a fetch that brings nothing need not wait.
                        "fetch.max.wait.ms",
                        5);
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
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (keys.test(new String(record.key(), UTF_8))) {
                        found.add(record);
                    }
                }
            }
            return found;
        }
    }
}
