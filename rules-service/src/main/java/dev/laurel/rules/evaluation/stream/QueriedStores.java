package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.topics.RecordCodec;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stores of this process beside the topology that writes them. Thread-safe. */
final class QueriedStores implements TeamStates {

    private final AtomicReference<KafkaStreams> streams = new AtomicReference<>();
    private final RecordCodec codec = new RecordCodec();
    private final int partitions;
    private final Advertised advertised;

    /**
     * @param partitions partitions of every member topic
     * @param advertised this instance
     */
    QueriedStores(int partitions, Advertised advertised) {
        this.partitions = partitions;
        this.advertised = advertised;
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
        KafkaStreams running = running();
        int partition = partition(member.toString());
        return new MemberReading(
                store(running, MemberStore.MEMBERS, partition),
                store(running, MemberStore.EVENTS, partition),
                store(running, MemberStore.ATTRIBUTES, partition),
                codec);
    }

    @Override
    public MemberState ofTeam(String team) {
        byte[] bytes = store(running(), TeamStore.TEAMS, partition(team)).get(team);
        return bytes == null ? MemberState.EMPTY : MemberStateCodec.decode(bytes);
    }

    private KafkaStreams running() {
        KafkaStreams running = streams.get();
        if (running == null || !running.state().isRunningOrRebalancing()) {
            throw new StreamsNotStartedException("Expected evaluation to run, but it does not.");
        }
        return running;
    }

    private int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
    }

    /**
     * Which other instance keeps a member, as far as this one knows: what it knows is as old as the
     * last time that tasks were handed out. Empty while that is going on, and where this instance
     * is the one.
     */
    Optional<URI> keeper(MemberKey member) {
        return keeper(MemberStore.MEMBERS, member.toString());
    }

    @Override
    public Optional<URI> keeperOfTeam(String team) {
        return keeper(TeamStore.TEAMS, team);
    }

    private Optional<URI> keeper(String store, String key) {
        KafkaStreams running = streams.get();
        if (running == null || !running.state().isRunningOrRebalancing()) {
            return Optional.empty();
        }
        HostInfo host =
                running.queryMetadataForKey(store, key, Serdes.String().serializer()).activeHost();
        if (host.equals(HostInfo.unavailable())) {
            return Optional.empty();
        }
        Optional<String> endpoint = new Advertised(host.host(), host.port()).endpoint();
        return endpoint.equals(advertised.endpoint())
                ? Optional.empty()
                : endpoint.map(it -> URI.create("http://" + it));
    }

    private static ReadOnlyKeyValueStore<String, byte[]> store(
            KafkaStreams running, String name, int partition) {
        return running.store(
                StoreQueryParameters.fromNameAndType(
                                name, QueryableStoreTypes.<String, byte[]>keyValueStore())
                        .withPartition(partition));
    }
}
