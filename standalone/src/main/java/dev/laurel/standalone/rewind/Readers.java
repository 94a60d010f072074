package dev.laurel.standalone.rewind;

import dev.laurel.cli.CommandFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** Groups of readers, by what they have read. */
final class Readers {

    private final Admin broker;

    Readers(Admin broker) {
        this.broker = broker;
    }

    /**
     * Sets a group back to the oldest records that there are, of every partition that it has read.
     *
     * @return how many records it has to read again, by topic; empty for a group that has read
     *     nothing
     * @throws CommandFailure if somebody reads in that group
     */
    Map<String, Long> rewind(String group) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read =
                new HashMap<>(
                        await(
                                group,
                                broker.listConsumerGroupOffsets(group)
                                        .partitionsToOffsetAndMetadata()));
        read.values().removeIf(each -> each == null);
        Map<TopicPartition, OffsetAndMetadata> oldest = oldest(group, read.keySet());
        await(group, broker.alterConsumerGroupOffsets(group, oldest).all());
        Map<String, Long> again = new TreeMap<>();
        oldest.forEach((partition, from) -> {
            OffsetAndMetadata before = read.get(partition);
            long records = before == null ? 0 : before.offset() - from.offset();
            again.merge(partition.topic(), Math.max(0, records), Long::sum);
        });
        return again;
    }

    private Map<TopicPartition, OffsetAndMetadata> oldest(
            String group, Set<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(each -> asked.put(each, OffsetSpec.earliest()));
        Map<TopicPartition, OffsetAndMetadata> oldest = new HashMap<>();
        await(group, broker.listOffsets(asked).all())
                .forEach((partition, found) ->
                        oldest.put(partition, new OffsetAndMetadata(found.offset())));
        return oldest;
    }

    private static <T> T await(String group, KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            boolean read =
                    e.getCause() instanceof UnknownMemberIdException
                            || e.getCause() instanceof GroupNotEmptyException;
            throw new CommandFailure(
                    read
                            ? "Expected nobody to read as %s, but somebody does; stop its service first."
                                    .formatted(group)
                            : "Expected the broker to rewind %s, but: %s"
                                    .formatted(group, e.getCause()));
        }
    }
}
