package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.stream.Emission.Announced;
import dev.laurel.rules.evaluation.stream.Emission.Claimed;
import dev.laurel.rules.evaluation.stream.Emission.Contributed;
import dev.laurel.rules.evaluation.stream.Emission.Dead;
import dev.laurel.rules.evaluation.stream.Emission.Decided;
import dev.laurel.rules.evaluation.stream.Emission.Elsewhere;
import dev.laurel.rules.evaluation.stream.Emission.News;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.Traces;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Events are decided for their subjects; an event that concerns others, too, goes once around by
 * way of their partitions and is decided there by the same code with the same stores. What it does
 * for a team goes to the team's partition, and word of that to members on theirs; so does a claim
 * to a place among the first who complete a challenge, by way of the challenge's partition. What
 * the registry says of members, and the ledger of their tiers, is kept beside them: all topics have
 * the same key and partitions.
 */
final class EvaluationTopology {

    static final String SERVICE = "rules-service";

    private final ProgramsInForce programs;
    private final int partitions;
    private final Duration announceEvery;
    private final Traces traces;
    private final RecordCodec codec = new RecordCodec();
    private final StoreBuilder<?> members = MemberStore.builder(MemberStore.MEMBERS);
    private final StoreBuilder<?> events = MemberStore.builder(MemberStore.EVENTS);
    private final StoreBuilder<?> attributes = MemberStore.builder(MemberStore.ATTRIBUTES);
    private final StoreBuilder<?> teams = MemberStore.builder(TeamStore.TEAMS);
    private final StoreBuilder<?> contributors = MemberStore.builder(TeamStore.CONTRIBUTORS);
    private final StoreBuilder<?> places = MemberStore.builder(PlaceStore.PLACES);
    private final Serde<byte[]> bytes = Serdes.ByteArray();

    /**
     * @param partitions partitions of every member topic
     * @param announceEvery how often to look for silent members
     * @param traces in which what is done for traced events becomes steps
     */
    EvaluationTopology(
            ProgramsInForce programs, int partitions, Duration announceEvery, Traces traces) {
        this.programs = programs;
        this.partitions = partitions;
        this.announceEvery = announceEvery;
        this.traces = traces;
    }

    void build(KStream<byte[], byte[]> source, KStream<byte[], byte[]> registry) {
        values(registry.process(keepMembers(), Named.as("keep-member")), Dead.class, "dead-member")
                .to(
                        new DeadLettersOf(Topics.MEMBERS, Topics.TIERS),
                        Produced.with(bytes, bytes).withName("dead-members"));
        KStream<byte[], Emission> ofSubjects =
                source.process(
                        decide(EventReader::new, true), Named.as("decide"), MemberStore.ATTRIBUTES);
        KStream<byte[], Emission> ofOthers =
                repartitioned(values(ofSubjects, Elsewhere.class, "others"), "beneficiaries")
                        .process(
                                decide(BeneficiaryRecords::new, false),
                                Named.as("decide-for-others"),
                                MemberStore.ATTRIBUTES);
        values(ofSubjects, Announced.class, "announced")
                .to(Topics.EVENTS.name(), Produced.with(bytes, bytes).withName("announcements"));
        KStream<byte[], Emission> ofEvents = ofSubjects.merge(ofOthers, Named.as("of-events"));
        KStream<byte[], Emission> ofTeams =
                repartitioned(values(ofEvents, Contributed.class, "contribution"), "teams")
                        .process(addToTeam(), Named.as("add-to-team"));
        KStream<byte[], Emission> ofLists =
                repartitioned(values(ofEvents, Claimed.class, "claim"), "claims")
                        .process(place(), Named.as("place"));
        KStream<byte[], Emission> elsewhere =
                ofTeams.merge(ofLists, Named.as("of-teams-and-lists"));
        KStream<byte[], Emission> told =
                repartitioned(values(elsewhere, News.class, "news"), "news")
                        .process(settle(), Named.as("settle"), MemberStore.ATTRIBUTES);
        KStream<byte[], Emission> all =
                ofEvents.merge(elsewhere, Named.as("of-events-and-teams"))
                        .merge(told, Named.as("decided"));
        values(all, Decided.class, "decision")
                .to(Topics.DECISIONS.name(), Produced.with(bytes, bytes).withName("decisions"));
        values(all, Dead.class, "dead-letter")
                .to(
                        Topics.EVENTS.deadLetters(),
                        Produced.with(bytes, bytes).withName("dead-letters"));
    }

    private KStream<byte[], byte[]> repartitioned(KStream<byte[], byte[]> records, String name) {
        return records.repartition(
                Repartitioned.with(bytes, bytes).withName(name).withNumberOfPartitions(partitions));
    }

    private static KStream<byte[], byte[]> values(
            KStream<byte[], Emission> emissions, Class<? extends Emission> kind, String name) {
        return emissions
                .filter((key, emission) -> kind.isInstance(emission), Named.as(name))
                .mapValues(emission -> emission.value(), Named.as(name + "-value"));
    }

    /**
     * @param keepsHouse whether to delete what has expired from the stores, and to tell of silent
     *     members in them, which one of those who share them does
     */
    private ProcessorSupplier<byte[], byte[], byte[], Emission> decide(
            Supplier<RecordReader> reader, boolean keepsHouse) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], Emission> get() {
                return new DecideProcessor(
                        reader.get(),
                        programs,
                        codec,
                        keepsHouse ? announceEvery : null,
                        steps(keepsHouse ? "decide" : "decide for others"));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(members, events);
            }
        };
    }

    private ProcessorSupplier<byte[], byte[], byte[], Emission> addToTeam() {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], Emission> get() {
                return new TeamProcessor(programs, steps("add to team"));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(teams, contributors);
            }
        };
    }

    private ProcessorSupplier<byte[], byte[], byte[], Emission> place() {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], Emission> get() {
                return new PlaceProcessor(steps("place"));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(places);
            }
        };
    }

    private ProcessorSupplier<byte[], byte[], byte[], Emission> settle() {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], Emission> get() {
                return new SettleProcessor(programs, codec, steps("settle"));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(members, events);
            }
        };
    }

    private EvaluationSteps steps(String name) {
        return new EvaluationSteps(traces, name);
    }

    /** Adds the store that {@link #decide} reads by its name; added twice it would be two. */
    private ProcessorSupplier<byte[], byte[], byte[], Emission> keepMembers() {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], Emission> get() {
                return new KeepMemberProcessor(codec);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(attributes);
            }
        };
    }
}
