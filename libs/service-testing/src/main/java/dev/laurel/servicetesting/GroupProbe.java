package dev.laurel.servicetesting;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topic;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.testinfra.TestProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has read a topic. */
public final class GroupProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String group;
    private final Set<TopicPartition> partitions;

    public GroupProbe(String group, Topic<?> topic) {
        this.group = group;
        this.partitions =
                IntStream.range(0, TestProperties.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .collect(toSet());
    }

    /** Waits until everything is read and committed that is on the topic now. */
    public void awaitCaughtUp() {
        try (Admin admin = admin()) {
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(
                                    partitions.stream()
                                            .collect(toMap(each -> each, _ -> OffsetSpec.latest())))
                            .all()
                            .get();
            await().atMost(PATIENCE)
                    .until(() -> {
                        Map<TopicPartition, OffsetAndMetadata> committed =
                                admin.listConsumerGroupOffsets(group)
                                        .partitionsToOffsetAndMetadata()
                                        .get();
                        return partitions.stream()
                                .allMatch(each -> offset(committed, each) >= offset(ends, each));
                    });
        } catch (ExecutionException e) {
            throw new AssertionError("Could not ask for the offsets of " + group, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + group, e);
        }
    }

    private static long offset(Map<TopicPartition, ?> offsets, TopicPartition partition) {
        return switch (offsets.get(partition)) {
            case OffsetAndMetadata committed -> committed.offset();
            case ListOffsetsResultInfo end -> end.offset();
            case null, default -> 0;
        };
    }

    /** Makes the group, which must have no members, read the topic from its beginning. */
    public void rewind() {
        try (Admin admin = admin()) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> {
                        admin.deleteConsumerGroupOffsets(group, partitions).all().get();
                        return true;
                    });
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()));
    }
}
