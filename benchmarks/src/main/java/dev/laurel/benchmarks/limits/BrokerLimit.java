package dev.laurel.benchmarks.limits;

import dev.laurel.benchmarks.workload.WorkloadEvent;
import dev.laurel.contracts.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Writes the events onto a topic of their own and reads them back at the same time, with the
 * platform's guarantees for producers and nothing else.
 */
public final class BrokerLimit {

    private static final String TOPIC = "benchmark.limit";
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final String bootstrapServers;
    private final Clock clock;

    public BrokerLimit(String bootstrapServers, Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
    }

    /** Events per second from the first one written to the last one read. */
    public double measure(String program, List<WorkloadEvent> events)
            throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = createTopic();
        Instant now = clock.instant();
        List<ProducerRecord<byte[], byte[]>> records =
                events.stream().map(event -> elsewhere(event.toRecord(program, now))).toList();
        try (RawProducer producer = new RawProducer(bootstrapServers);
                KafkaConsumer<byte[], byte[]> consumer = consumer();
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            consumer.assign(partitions);
            long start = System.nanoTime();
            Future<?> written =
                    writer.submit(() -> {
                        producer.send(records.stream());
                        return null;
                    });
            read(consumer, records.size(), start);
            long end = System.nanoTime();
            written.get();
            return records.size() * 1e9 / (end - start);
        } finally {
            deleteTopic();
        }
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, int count, long start) {
        int seen = 0;
        while (seen < count) {
            seen += consumer.poll(Duration.ofMillis(100)).count();
            if (System.nanoTime() - start > AT_MOST.toNanos()) {
                throw new IllegalStateException(
                        "Expected to read %,d records within %s, but read %,d."
                                .formatted(count, AT_MOST, seen));
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** With as many partitions as the platform's own topics. */
    private List<TopicPartition> createTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            int partitions =
                    admin
                            .describeTopics(List.of(Topics.EVENTS.name()))
                            .allTopicNames()
                            .get()
                            .values()
                            .stream()
                            .mapToInt(topic -> topic.partitions().size())
                            .sum();
            admin.createTopics(List.of(new NewTopic(TOPIC, partitions, (short) 1))).all().get();
            return IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                    .toList();
        }
    }

    private void deleteTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers));
    }

    private static ProducerRecord<byte[], byte[]> elsewhere(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(TOPIC, null, record.key(), record.value(), record.headers());
    }
}
