package dev.laurel.gateway.status;

import dev.laurel.gateway.status.Pipeline.Step.Reads;
import dev.laurel.gateway.status.PlatformStatus.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far each consumer group is behind the committed end of what it reads. */
@Component
class Lags {

    private static final Logger log = LoggerFactory.getLogger(Lags.class);

    private final Admin admin;

    Lags(Admin admin) {
        this.admin = admin;
    }

    /**
     * The group's lag. Topics that the group reads beside the given ones, such as repartition
     * topics of Kafka Streams, are looked at after them, since what is on them comes from them.
     */
    Reader of(Reads reads) {
        try {
            Map<String, Long> lags = new TreeMap<>();
            Set<TopicPartition> own = partitions(reads.topics());
            lags.putAll(lags(reads.group(), own));
            Set<TopicPartition> internal = new HashSet<>(committed(reads.group()).keySet());
            internal.removeAll(own);
            lags.putAll(lags(reads.group(), internal));
            lags.values().removeIf(lag -> lag == 0);
            long sum = lags.values().stream().mapToLong(Long::longValue).sum();
            return new Reader(reads.group(), sum, lags);
        } catch (ExecutionException failure) {
            log.warn(
                    "The lag of {} is not known: {}",
                    reads.group(),
                    String.valueOf(failure.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Reader(reads.group(), null, Map.of());
    }

    private Map<String, Long> lags(String group, Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        // The end first: what is committed later than that is at least as far.
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec::latest);
        Map<TopicPartition, Long> reached = committed(group);
        Set<TopicPartition> untouched = new HashSet<>(partitions);
        untouched.removeAll(reached.keySet());
        reached.putAll(offsets(untouched, OffsetSpec::earliest));
        Map<String, Long> lags = new HashMap<>();
        ends.forEach((partition, end) ->
                lags.merge(
                        partition.topic(),
                        Math.max(0, end - reached.getOrDefault(partition, 0L)),
                        Long::sum));
        return lags;
    }

    private Set<TopicPartition> partitions(List<String> topics)
            throws ExecutionException, InterruptedException {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream()
                                .map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> committed(String group)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> reached = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                reached.put(partition, offset.offset());
            }
        });
        return reached;
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, Supplier<OffsetSpec> which)
            throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(it -> it, _ -> which.get()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get(
                        admin.listOffsets(
                                        wanted,
                                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException {
        return future.get();
    }
}
