package dev.laurel.scoring.crashes;

import dev.laurel.contracts.Topics;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.testinfra.TestProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The service's own listener on the decisions, without a container around it: a batch is what was
 * on the topic when a life of the process began. The container's way from the listener to the
 * offsets is in LedgerFailuresIT.
 */
final class Listening implements AutoCloseable {

    private static final String GROUP = "laurel-scoring-crashes";
    private static final List<TopicPartition> PARTITIONS =
            IntStream.range(0, TestProperties.PARTITIONS)
                    .mapToObj(each -> new TopicPartition(Topics.DECISIONS.name(), each))
                    .toList();

    private final Consumer<List<ConsumerRecord<byte[], byte[]>>> listener;
    private final KafkaConsumer<byte[], byte[]> consumer = consumer();

    Listening(Consumer<List<ConsumerRecord<byte[], byte[]>>> listener) {
        this.listener = listener;
    }

    /** Leaves out what is on the topic now. */
    void beginAtTheEnd() {
        consumer.seekToEnd(PARTITIONS);
        PARTITIONS.forEach(consumer::position);
        consumer.commitSync();
    }

    /** Takes in what is on the topic behind the offsets, and commits those. */
    void live(Life life) {
        List<ConsumerRecord<byte[], byte[]>> batch = batch();
        MortalService.live(
                life,
                () -> {
                    life.step("the batch");
                    listener.accept(batch);
                    life.step("the offsets");
                    consumer.commitSync();
                    life.step("the next batch");
                });
    }

    /** All from the committed offsets on, where a process begins. */
    private List<ConsumerRecord<byte[], byte[]>> batch() {
        consumer.committed(Set.copyOf(PARTITIONS)).forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(batch::add);
        }
        // Which partition answers first is up to the broker.
        batch.sort(
                Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                        .thenComparingLong(ConsumerRecord::offset));
        return batch;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestBroker.bootstrapServers(),
                                "group.id",
                                GROUP,
                                "enable.auto.commit",
                                false,
                                "isolation.level",
                                "read_committed",
                                "fetch.max.wait.ms",
                                5),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(PARTITIONS);
        return consumer;
    }
}
