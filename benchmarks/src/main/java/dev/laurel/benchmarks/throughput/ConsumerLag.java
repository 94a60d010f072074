package dev.laurel.benchmarks.throughput;

import dev.laurel.contracts.Topic;
import dev.laurel.contracts.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services behind the topics are. */
public final class ConsumerLag implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final Admin admin;
    private final int partitions;

    /**
     * @param bootstrapServers the platform's broker, whose topics exist
     */
    public ConsumerLag(String bootstrapServers) throws InterruptedException, ExecutionException {
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                (Object) bootstrapServers));
        this.partitions =
                admin
                        .describeTopics(List.of(Topics.EVENTS.name()))
                        .allTopicNames()
                        .get()
                        .values()
                        .stream()
                        .mapToInt(topic -> topic.partitions().size())
                        .sum();
    }

    /** Whether every accepted event is decided and every decision is in the ledger. */
    public boolean isZero() throws InterruptedException, ExecutionException {
        return isRead("laurel-rules", Topics.EVENTS) && isRead("laurel-scoring", Topics.DECISIONS);
    }

    /**
     * Returns once every service has read everything.
     *
     * @throws IllegalStateException if that takes longer than ten minutes
     */
    public void awaitZeroEverywhere() throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        while (!isZero() || !isZeroForAllGroups()) {
            if (System.nanoTime() - start > AT_MOST.toNanos()) {
                throw new IllegalStateException(
                        "Expected every service to have read everything within %s."
                                .formatted(AT_MOST));
            }
            Thread.sleep(INTERVAL);
        }
    }

    private boolean isZeroForAllGroups() throws InterruptedException, ExecutionException {
        for (GroupListing group : admin.listGroups().all().get()) {
            Map<TopicPartition, OffsetAndMetadata> read = read(group.groupId());
            if (lag(ends(read.keySet()), read) > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isRead(String group, Topic<?> topic)
            throws InterruptedException, ExecutionException {
        List<TopicPartition> all =
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList();
        return lag(ends(all), read(group)) <= 0;
    }

    private static long lag(
            Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> read) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata position = read.get(end.getKey());
                    return end.getValue() - (position == null ? 0 : position.offset());
                })
                .sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> read(String group)
            throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
