package dev.laurel.badges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import dev.laurel.contracts.Topic;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.testinfra.TestProperties;
import dev.laurel.topics.RecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes and reads topics as the other services do. */
public final class TestTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final RecordCodec codec = new RecordCodec();

    /** A key and a value in whatever bytes. */
    // Only handed over, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Raw(String key, byte[] value) {}

    public <V> Raw record(String key, V value) {
        return new Raw(key, codec.write(value));
    }

    /** Returns when the broker has all of them. */
    public void send(Topic<?> topic, List<Raw> records) {
        Map<String, Object> config = Map.of("bootstrap.servers", TestBroker.bootstrapServers());
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

    /** Makes a group that has no members read a topic from its beginning. */
    public void rewind(String group, Topic<?> topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", TestBroker.bootstrapServers());
        try (Admin admin = Admin.create(config)) {
            admin.deleteConsumerGroupOffsets(group, partitions(topic)).all().get();
        } catch (ExecutionException e) {
            throw new AssertionError("Could not rewind " + group, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while rewinding " + group, e);
        }
    }

    private static Set<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, TestProperties.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(toSet());
    }

    /** Everything that is on a topic now. */
    public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers", TestBroker.bootstrapServers(),
                        "isolation.level", "read_committed");
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
                consumer.poll(POLL).forEach(found::add);
            }
            return found;
        }
    }

    /** The values of one key that are on a topic now, in order. */
    public <V> List<V> values(Topic<V> topic, String key) {
        return all(topic.name()).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .map(record -> codec.read(record.value(), topic.value()))
                .toList();
    }
}
