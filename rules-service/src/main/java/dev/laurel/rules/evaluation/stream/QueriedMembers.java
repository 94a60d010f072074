package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.topics.RecordCodec;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stores of this process beside the topology that writes them. Thread-safe. */
final class QueriedMembers {

    private final AtomicReference<KafkaStreams> streams = new AtomicReference<>();
    private final RecordCodec codec = new RecordCodec();
    private final int partitions;

    /**
     * @param partitions partitions of every member topic
     */
    QueriedMembers(int partitions) {
        this.partitions = partitions;
    }

    void runBy(KafkaStreams running) {
        streams.set(running);
    }

    /**
     * What is kept about members of the same partition as this one.
     *
     * @throws InvalidStateStoreException when another process keeps them, or nobody does yet; also
     *     from what is returned, when that changes in the meantime
     */
    MemberReading reading(MemberKey member) {
        KafkaStreams running = streams.get();
        if (running == null) {
            throw new StreamsNotStartedException("Expected evaluation to run, but it does not.");
        }
        int partition =
                Utils.toPositive(Utils.murmur2(member.toString().getBytes(UTF_8))) % partitions;
        return new MemberReading(
                store(running, MemberStore.MEMBERS, partition),
                store(running, MemberStore.EVENTS, partition),
                store(running, MemberStore.ATTRIBUTES, partition),
                codec);
    }

    private static ReadOnlyKeyValueStore<String, byte[]> store(
            KafkaStreams running, String name, int partition) {
        return running.store(
                StoreQueryParameters.fromNameAndType(
                                name, QueryableStoreTypes.<String, byte[]>keyValueStore())
                        .withPartition(partition));
    }
}
