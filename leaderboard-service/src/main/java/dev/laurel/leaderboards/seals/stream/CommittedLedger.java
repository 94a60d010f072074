package dev.laurel.leaderboards.seals.stream;

import dev.laurel.leaderboards.seals.CountedLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By the offsets that this service's groups have committed, which it does after the database has:
 * it remembers the topics' ends at one look and waits until the groups are there. Safe for
 * concurrent use.
 */
final class CommittedLedger implements CountedLedger {

    private static final Logger log = LoggerFactory.getLogger(CommittedLedger.class);

    private record Mark(Instant at, Map<TopicPartition, Long> ends) {}

    private final Admin admin;
    private final Map<String, String> groups;
    private @Nullable Mark mark;

    /**
     * @param groups who reads each topic that scores come from
     */
    CommittedLedger(Admin admin, Map<String, String> groups) {
        this.admin = admin;
        this.groups = Map.copyOf(groups);
    }

    @Override
    public synchronized Optional<Instant> upTo(Instant now) {
        try {
            Mark waitingFor = mark == null ? new Mark(now, offsets(Which.LATEST)) : mark;
            mark = waitingFor;
            if (reached(waitingFor.ends())) {
                mark = null;
                return Optional.of(waitingFor.at());
            }
        } catch (ExecutionException failure) {
            log.warn("How far the ledger is counted is not known: {}", failure.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private boolean reached(Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> reached = offsets(Which.EARLIEST);
        for (String group : groups.values()) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            committed.forEach((partition, offset) -> {
                if (offset != null) {
                    reached.merge(partition, offset.offset(), Math::max);
                }
            });
        }
        return ends.entrySet().stream()
                .allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private enum Which {
        EARLIEST,
        LATEST;

        OffsetSpec spec() {
            return switch (this) {
                case EARLIEST -> OffsetSpec.earliest();
                case LATEST -> OffsetSpec.latest();
            };
        }
    }

    private Map<TopicPartition, Long> offsets(Which which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(groups.keySet())
                .allTopicNames()
                .get()
                .values()
                .forEach(topic ->
                        topic.partitions()
                                .forEach(partition ->
                                        wanted.put(
                                                new TopicPartition(
                                                        topic.name(), partition.partition()),
                                                which.spec())));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all()
                        .get();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
