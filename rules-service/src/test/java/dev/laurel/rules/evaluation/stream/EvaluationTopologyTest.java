package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.ChallengeDecision.Place;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.Decision.Outcome;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.MetricEffect;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.Prize;
import dev.laurel.contracts.events.PublicationMark;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.tiers.MemberTier;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.winners.PlaceMessages;
import dev.laurel.engine.winners.Ticket;
import dev.laurel.topics.DeadLetters;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTopologyTest {

    private static final Instant TIME = Instant.parse("2011-12-01T08:00:00Z");

    private static final String PROGRAM =
            """
            program: shop
            name: Shop
            timeZone: Europe/London
            wallets:
              - { id: stars, overdraft: allow }
            events:
              visit:    { friend: string? }
              purchase: { amount: double }
              refund:   { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
              brought:  { friend: string }
              gone:     { what: string, share: double, reverses: { event: brought, by: data.what, share: data.share } }
            metrics:
              - { id: thrift, on: purchase, value: sum(1.0 / event.data.amount) }
            rules:
              - { id: welcome, on: visit, award: { stars: 1 } }
              - { id: bring-a-friend, on: visit, when: has(event.data.friend), for: event.data.friend, award: { stars: 5 } }
              - { id: brought, on: brought, for: event.data.friend, award: { stars: 10 } }
              - { id: base-earn, on: purchase, award: { stars: floor(event.data.amount) } }
              - { id: vip, on: visit, when: "'vip' in member.segments", award: { stars: 100 } }
            """;

    private static final String TEAMS =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              refund:   { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
            metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
            challenges:
              - id: potluck
                by: team
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 50 }
            """;

    private static final String RACE =
            TEAMS.replace("id: potluck\n    by: team", "id: race\n    winners: 2");

    @TempDir private Path stateDir;

    private final ProgramsInMemory programs = new ProgramsInMemory();
    private final KafkaEvents events = new KafkaEvents();
    private final RecordCodec codec = new RecordCodec();
    private final Topology topology = topology();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> input;
    private TestInputTopic<byte[], byte[]> registry;
    private TestInputTopic<byte[], byte[]> tiers;
    private TestOutputTopic<byte[], byte[]> decisions;
    private TestOutputTopic<byte[], byte[]> deadLetters;
    private TestOutputTopic<byte[], byte[]> deadMembers;
    private TestOutputTopic<byte[], byte[]> deadTiers;

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        new EvaluationTopology(programs, 12, Duration.ofMinutes(1), Traces.off())
                .build(
                        builder.stream(
                                Topics.EVENTS.name(),
                                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                        .withName("events")),
                        builder.stream(
                                List.of(Topics.MEMBERS.name(), Topics.TIERS.name()),
                                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                        .withName("registry")
                                        .withTimestampExtractor(new MembersFirst())));
        return builder.build();
    }

    @BeforeEach
    void start() {
        programs.publish(3, PROGRAM);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "laurel-rules");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, settings);
        var serializer = new ByteArraySerializer();
        var deserializer = new ByteArrayDeserializer();
        input = driver.createInputTopic(Topics.EVENTS.name(), serializer, serializer);
        registry = driver.createInputTopic(Topics.MEMBERS.name(), serializer, serializer);
        tiers = driver.createInputTopic(Topics.TIERS.name(), serializer, serializer);
        deadTiers =
                driver.createOutputTopic(Topics.TIERS.deadLetters(), deserializer, deserializer);
        deadMembers =
                driver.createOutputTopic(Topics.MEMBERS.deadLetters(), deserializer, deserializer);
        decisions = driver.createOutputTopic(Topics.DECISIONS.name(), deserializer, deserializer);
        deadLetters =
                driver.createOutputTopic(Topics.EVENTS.deadLetters(), deserializer, deserializer);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void isTheTopologyThatWasAgreed() throws IOException {
        try (InputStream expected = getClass().getResourceAsStream("expected_topology.txt")) {
            assertThat(topology.describe().toString())
                    .isEqualTo(new String(Objects.requireNonNull(expected).readAllBytes(), UTF_8));
        }
    }

    /** The program has no shape for it, and its producer is none of the shop's. */
    @Test
    void givesPrizesAsLeaderboardServiceTellsOfThem() {
        // Given
        Prize prize =
                new Prize(
                        "monthly",
                        "2011-11",
                        2,
                        new BigDecimal("70"),
                        "cafe",
                        Map.of("stars", 50L),
                        null,
                        3);

        // When
        send(prize.toldTo("ann", "shop", new UUID(1, 2), TIME));
        send(new Event("shop", "/shop", "1", Prize.TYPE, "ann", TIME, TIME, false, Map.of()));

        // Then
        Decision decision = codec.read(decisions.readValue(), Decision.class);
        assertThat(decision.points())
                .extracting(PointsEffect::points, PointsEffect::cause)
                .containsExactly(tuple(50L, new Cause(Cause.Kind.LEADERBOARD, "monthly")));
        assertThat(decisions.isEmpty()).isTrue();
        assertThat(deadLetters.getQueueSize()).isEqualTo(1);
        // The board may have been sealed by a version that is not in force here yet.
        assertThat(programs.awaited()).containsExactly("shop/3");
    }

    @Test
    void tellsBoardsWhatTheirMetricsSay() {
        // Given
        programs.publish(
                4,
                TEAMS
                        + """
                        leaderboards: [ { id: spenders, of: { metric: spend }, period: month } ]
                        """);
        send(event("ann", "1", "purchase", Map.of("amount", 12.25)));
        send(event("ann", "2", "purchase", Map.of("amount", 20.0)));

        // When
        send(event("ann", "3", "refund", Map.of("purchase", "1")));

        // Then
        LocalDate day = LocalDate.ofInstant(TIME, ZoneId.of("Europe/London"));
        assertThat(decisions.readValuesToList())
                .map(bytes -> codec.read(bytes, Decision.class).metrics())
                .containsExactly(
                        List.of(spend("12.25", true, day)),
                        List.of(spend("32.25", true, day)),
                        List.of(spend("20", false, day)));
    }

    private static MetricEffect spend(String value, boolean counted, LocalDate day) {
        BigDecimal said = new BigDecimal(value);
        return new MetricEffect(
                "spend", said, counted, null, List.of(new MetricEffect.Day(day, said)));
    }

    @Test
    void decidesAnEventForItsSubject() {
        // When
        send(event("ann", "1", "visit", Map.of()));

        // Then
        TestRecord<byte[], byte[]> record = decisions.readRecord();
        assertThat(new String(record.key(), UTF_8)).isEqualTo("shop/ann");
        Decision decision = codec.read(record.value(), Decision.class);
        assertThat(decision.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(decision.version()).isEqualTo(3);
        assertThat(decision.hash()).isEqualTo("hash");
        assertThat(decision.points()).extracting(PointsEffect::points).containsExactly(1L);
        assertThat(decision.event().subject()).isEqualTo("ann");
        assertThat(decisions.isEmpty()).isTrue();
    }

    @Test
    void decidesForOtherBeneficiariesInTheirOwnName() {
        // When
        send(event("ann", "1", "visit", Map.of("friend", "bob")));

        // Then
        assertThat(decided())
                .satisfiesExactlyInAnyOrder(
                        ofAnn -> {
                            assertThat(ofAnn.member()).isEqualTo("ann");
                            assertThat(ofAnn.points())
                                    .extracting(PointsEffect::points)
                                    .containsExactly(1L);
                        },
                        ofBob -> {
                            assertThat(ofBob.member()).isEqualTo("bob");
                            assertThat(ofBob.event().subject()).isEqualTo("ann");
                            assertThat(ofBob.points())
                                    .extracting(PointsEffect::points)
                                    .containsExactly(5L);
                        });
        assertThat(programs.awaited()).containsExactly("shop/3");
    }

    @Test
    void saysWhichMetricCouldNotBeComputed() {
        // When
        send(event("ann", "1", "purchase", Map.of("amount", 0.0)));

        // Then
        assertThat(decided().getFirst().failures())
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.mechanic()).isEqualTo("metric:thrift");
                    assertThat(failure.message()).contains("1.0 / event.data.amount");
                });
    }

    @Test
    void saysThatItHasSeenADuplicate() {
        // Given
        send(event("ann", "1", "visit", Map.of("friend", "bob")));

        // When
        send(event("ann", "1", "visit", Map.of("friend", "bob")));

        // Then
        List<Decision> all = decided();
        assertThat(all)
                .filteredOn(decision -> decision.outcome() == Outcome.DECIDED)
                .extracting(Decision::member)
                .containsExactly("ann", "bob");
        assertThat(all)
                .filteredOn(decision -> decision.outcome() != Outcome.DECIDED)
                .isNotEmpty()
                .allSatisfy(decision -> {
                    assertThat(decision.outcome()).isEqualTo(Outcome.DUPLICATE);
                    assertThat(decision.points()).isEmpty();
                });
    }

    @Test
    void takesBackWhatAReversedEventGave() {
        // Given
        send(event("ann", "1", "purchase", Map.of("amount", 12.5)));

        // When
        send(event("ann", "2", "refund", Map.of("purchase", "1")));

        // Then
        assertThat(decided())
                .extracting(Decision::outcome, decision -> decision.points().getFirst().points())
                .containsExactly(tuple(Outcome.DECIDED, 12L), tuple(Outcome.REVERSED, -12L));
    }

    @Test
    void tellsOtherBeneficiariesOfReversalsThatCameFirst() {
        // Given
        send(event("ann", "2", "gone", Map.of("what", "1", "share", 0.3)));

        // When
        send(event("ann", "1", "brought", Map.of("friend", "bob")));

        // Then
        assertThat(decided())
                .filteredOn(decision -> decision.member().equals("bob"))
                .singleElement()
                .satisfies(ofBob -> {
                    assertThat(ofBob.points())
                            .extracting(PointsEffect::points)
                            .containsExactly(10L, -3L);
                    assertThat(ofBob.points().getLast().reversal())
                            .isNotNull()
                            .extracting(EventReference::id)
                            .isEqualTo("2");
                });
    }

    @Test
    void deletesTracesThatNothingCanAskForAnyMore() {
        // Given
        send(event("ann", "old", "visit", Map.of()));
        send(event("ann", "bought", "purchase", Map.of("amount", 1.0)));
        send(event("ann", "imported", "visit", Map.of(), TIME, true));
        send(event("ann", "new", "visit", Map.of(), TIME.plus(Duration.ofDays(60)), false));

        // When
        send(event("ann", "latest", "visit", Map.of(), TIME.plus(Duration.ofDays(100)), false));

        // Then
        List<String> kept = new ArrayList<>();
        try (var traces = driver.<String, byte[]>getKeyValueStore(MemberStore.EVENTS).all()) {
            traces.forEachRemaining(
                    trace -> kept.add(trace.key.substring(trace.key.lastIndexOf('\0') + 1)));
        }
        assertThat(kept).containsExactly("bought", "imported", "latest", "new");
    }

    @Test
    void doesNotForgetBecauseOfARecordFromTheFuture() {
        // Given
        send(event("ann", "1", "visit", Map.of(), Instant.now(), false));

        // When
        Instant future = Instant.now().plus(Duration.ofDays(10_000));
        send(event("ann", "2", "visit", Map.of(), future, false));

        // Then
        try (var traces = driver.<String, byte[]>getKeyValueStore(MemberStore.EVENTS).all()) {
            assertThat(traces).toIterable().hasSize(2);
        }
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOn() {
        // When
        input.pipeInput("shop/ann".getBytes(UTF_8), "no json".getBytes(UTF_8));
        input.pipeInput(null, "{}".getBytes(UTF_8));
        send(event("ann", "1", "vist", Map.of()));
        send(event("ann", "2", "purchase", Map.of("amount", "much")));
        send(new Event("other", "/tills/7", "3", "visit", "ann", TIME, TIME, false, Map.of()));
        send(event("ann", "4", "visit", Map.of()));

        // Then
        assertThat(decided()).extracting(decision -> decision.event().id()).containsExactly("4");
        List<TestRecord<byte[], byte[]>> dead = deadLetters.readRecordsToList();
        assertThat(dead)
                .extracting(record -> header(record, DeadLetters.REASON))
                .satisfiesExactly(
                        json -> assertThat(json).contains("JSON"),
                        key -> assertThat(key).contains("key"),
                        type -> assertThat(type).contains("'vist'", "'visit'"),
                        shape -> assertThat(shape).contains("amount"),
                        program -> assertThat(program).contains("'other'"));
        TestRecord<byte[], byte[]> first = dead.getFirst();
        assertThat(first.key()).isEqualTo("shop/ann".getBytes(UTF_8));
        assertThat(first.value()).isEqualTo("no json".getBytes(UTF_8));
        assertThat(header(first, DeadLetters.TOPIC)).isEqualTo("laurel.events");
        assertThat(header(first, DeadLetters.PARTITION)).isEqualTo("0");
        assertThat(header(first, DeadLetters.OFFSET)).isEqualTo("0");
        assertThat(header(first, DeadLetters.SERVICE)).isEqualTo("rules-service");
    }

    @Test
    void waitsForTheVersionThatAMarkNames() {
        // When
        sendMark(new PublicationMark("shop", 2));

        // Then
        assertThat(programs.awaited()).containsExactly("shop/2");
        assertThat(decisions.isEmpty()).isTrue();
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void setsAsideAMarkWhoseVersionWasNeverPublishedAndGoesOn() {
        // When
        sendMark(new PublicationMark("shop", 9));
        send(event("ann", "1", "visit", Map.of()));

        // Then
        assertThat(header(deadLetters.readRecord(), DeadLetters.REASON))
                .contains("version 9 of program 'shop'");
        assertThat(decided()).extracting(Decision::member).containsExactly("ann");
    }

    @Test
    void decidesWithWhatTheRegistrySaysOfTheMember() {
        // Given
        register("ann", 1, "vip");

        // When
        send(event("ann", "1", "visit", Map.of("friend", "bob")));
        register("ann", 2, "former");
        send(event("ann", "2", "visit", Map.of()));

        // Then
        assertThat(decided())
                .extracting(
                        Decision::member,
                        it -> it.points().stream().mapToLong(PointsEffect::points).sum())
                .containsExactly(tuple("ann", 101L), tuple("bob", 5L), tuple("ann", 1L));
    }

    @Test
    void decidesForABeneficiaryWithWhatTheRegistrySaysOfTheBeneficiary() {
        // Given
        programs.publish(
                4,
                PROGRAM.replace(
                        "when: has(event.data.friend)",
                        "when: has(event.data.friend) && 'vip' in member.segments"));
        register("bob", 1, "vip");

        // When
        send(event("ann", "1", "visit", Map.of("friend", "bob")));

        // Then
        assertThat(decided())
                .extracting(Decision::member, it -> it.points().size())
                .containsExactly(tuple("ann", 1), tuple("bob", 1));
    }

    @Test
    void aRegistryThatRepeatsItselfTakesNothingBack() {
        // Given
        register("ann", 1, "former");
        register("ann", 2, "vip");
        register("ann", 1, "former");

        // When
        send(event("ann", "1", "visit", Map.of()));

        // Then
        assertThat(decided().getFirst().points()).hasSize(2);
    }

    @Test
    void forgetsAMemberWhomTheRegistryForgot() {
        // Given
        register("ann", 5, "vip");
        registry.pipeInput(new TestRecord<>("shop/ann".getBytes(UTF_8), null));
        send(event("ann", "1", "visit", Map.of()));
        register("ann", 1, "vip");

        // When
        send(event("ann", "2", "visit", Map.of()));

        // Then
        assertThat(decided()).extracting(it -> it.points().size()).containsExactly(1, 2);
    }

    @Test
    void decidesWithTheTierThatTheLedgerToldOfLast() {
        // Given
        programs.publish(
                4,
                PROGRAM.replace("'vip' in member.segments", "member.tier == 'gold'")
                        + "tiers: { wallet: stars, window: P12M, levels: [ { id: gold, at: 5 } ] }");

        // When
        tell("ann", 2, "gold");
        tell("ann", 1, null);
        send(event("ann", "1", "visit", Map.of()));
        tell("ann", 3, null);
        send(event("ann", "2", "visit", Map.of()));
        tiers.pipeInput("shop/ann".getBytes(UTF_8), "no json".getBytes(UTF_8));
        tiers.pipeInput("shop/bob".getBytes(UTF_8), codec.write(tier("ann", 9, "gold")));
        send(event("bob", "3", "visit", Map.of()));
        registry.pipeInput(new TestRecord<>("shop/ann".getBytes(UTF_8), null));
        tell("ann", 4, "gold");
        send(event("ann", "4", "visit", Map.of()));

        // Then
        assertThat(decided()).extracting(it -> it.points().size()).containsExactly(2, 1, 1, 2);
        assertThat(deadTiers.readRecordsToList())
                .extracting(record -> header(record, DeadLetters.TOPIC))
                .containsExactly("laurel.tiers", "laurel.tiers");
    }

    private void tell(String member, long revision, @Nullable String tier) {
        tiers.pipeInput(
                ("shop/" + member).getBytes(UTF_8), codec.write(tier(member, revision, tier)));
    }

    private static MemberTier tier(String member, long revision, @Nullable String tier) {
        return new MemberTier(
                "shop",
                member,
                revision,
                tier,
                null,
                MemberTier.Change.RAISED,
                LocalDate.parse("2026-03-01"),
                false,
                null,
                Instant.parse("2026-03-01T08:00:00Z"));
    }

    @Test
    void setsAsideMembersThatItCannotReadAndKeepsWhatItKnew() {
        // Given
        register("ann", 1, "vip");

        // When
        registry.pipeInput("shop/ann".getBytes(UTF_8), "no json".getBytes(UTF_8));
        registry.pipeInput("shop/ann".getBytes(UTF_8), codec.write(attributes("bob", 2, "x")));
        registry.pipeInput(new TestRecord<>(null, codec.write(attributes("ann", 2, "x"))));
        send(event("ann", "1", "visit", Map.of()));

        // Then
        List<TestRecord<byte[], byte[]>> dead = deadMembers.readRecordsToList();
        assertThat(dead)
                .extracting(record -> header(record, DeadLetters.REASON))
                .satisfiesExactly(
                        json -> assertThat(json).contains("MemberAttributes"),
                        key -> assertThat(key).contains("shop/ann", "shop/bob"),
                        none -> assertThat(none).contains("key"));
        assertThat(header(dead.getFirst(), DeadLetters.TOPIC)).isEqualTo("laurel.members");
        assertThat(decided().getFirst().points()).hasSize(2);
    }

    @Test
    void paysAllOfATeamThatReachesItsTargetTogether() {
        // Given
        programs.publish(4, TEAMS);
        joinTeam("ann", "red");
        joinTeam("bob", "red");
        joinTeam("cyd", "blue");
        send(event("ann", "1", "purchase", Map.of("amount", 60.0)));
        send(event("cyd", "2", "purchase", Map.of("amount", 99.0)));
        decided();

        // When
        send(event("bob", "3", "purchase", Map.of("amount", 40.0)));
        send(event("bob", "3", "purchase", Map.of("amount", 40.0)));

        // Then
        assertThat(decided())
                .filteredOn(decision -> decision.event().source().equals("/teams/red"))
                .extracting(
                        Decision::member,
                        it -> it.points().getFirst().points(),
                        it -> it.challenges().getFirst().team(),
                        it -> it.event().time())
                .containsExactlyInAnyOrder(
                        tuple("ann", 50L, new ChallengeDecision.Team("red", 2, 1), TIME),
                        tuple("bob", 50L, new ChallengeDecision.Team("red", 2, 1), TIME));
    }

    @Test
    void takesBackFromAllWhatATeamReachedWithAPurchaseThatIsReturned() {
        // Given
        programs.publish(4, TEAMS);
        joinTeam("ann", "red");
        joinTeam("bob", "red");
        send(event("ann", "1", "purchase", Map.of("amount", 60.0)));
        send(event("bob", "2", "purchase", Map.of("amount", 40.0)));
        decided();

        // When
        send(event("ann", "3", "refund", Map.of("purchase", "1")));

        // Then
        assertThat(decided())
                .filteredOn(decision -> decision.event().source().equals("/teams/red"))
                .extracting(Decision::member, it -> it.points().getFirst().points())
                .containsExactlyInAnyOrder(tuple("ann", -50L), tuple("bob", -50L));
    }

    @Test
    void givesPlacesToTheFirstOfAllMembersAndPassesOnThoseThatAreGivenUp() {
        // Given
        programs.publish(4, RACE);
        for (int i = 0; i < 5; i++) {
            send(event("m" + i, "p" + i, "purchase", Map.of("amount", 100.0)));
            send(event("m" + i, "p" + i, "purchase", Map.of("amount", 100.0)));
        }

        // Then
        assertThat(decided())
                .filteredOn(decision -> decision.event().source().equals("/challenges/race"))
                .extracting(
                        Decision::member,
                        it -> it.challenges().getFirst().place(),
                        it -> it.points().stream().mapToLong(PointsEffect::points).sum())
                .containsExactly(
                        tuple("m0", new Place(2, Place.Outcome.WON), 50L),
                        tuple("m1", new Place(2, Place.Outcome.WON), 50L),
                        tuple("m2", new Place(2, Place.Outcome.ALL_TAKEN), 0L),
                        tuple("m3", new Place(2, Place.Outcome.ALL_TAKEN), 0L),
                        tuple("m4", new Place(2, Place.Outcome.ALL_TAKEN), 0L));

        // When
        send(event("m3", "r3", "refund", Map.of("purchase", "p3")));
        send(event("m2", "r2", "refund", Map.of("purchase", "p2")));
        send(event("m0", "r0", "refund", Map.of("purchase", "p0")));

        // Then
        assertThat(decided())
                .flatExtracting(Decision::points)
                .extracting(PointsEffect::points)
                .containsExactly(-50L, 50L);
        assertThat(places("race"))
                .containsExactly(
                        entry("m0", Ticket.Status.GONE),
                        entry("m1", Ticket.Status.HELD),
                        entry("m2", Ticket.Status.GONE),
                        entry("m3", Ticket.Status.GONE),
                        entry("m4", Ticket.Status.HELD));
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    /** Tickets by member, as the store has them. */
    private Map<String, Ticket.Status> places(String challenge) {
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(PlaceStore.PLACES);
        String prefix = PlaceStore.key("shop", new ChallengeKey(challenge, 0)) + "m";
        Map<String, Ticket.Status> tickets = new TreeMap<>();
        try (var found = store.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(each ->
                    tickets.put(
                            each.key.substring(prefix.length()),
                            PlaceMessages.ticket(each.value).status()));
        }
        return tickets;
    }

    private void joinTeam(String member, String team) {
        MemberAttributes attributes =
                new MemberAttributes(
                        "shop",
                        member,
                        1,
                        null,
                        null,
                        List.of(),
                        List.of(new MemberAttributes.Membership(team, Instant.EPOCH)),
                        Map.of(),
                        Map.of(),
                        TIME);
        registry.pipeInput(("shop/" + member).getBytes(UTF_8), codec.write(attributes));
    }

    private void register(String member, long revision, String segment) {
        registry.pipeInput(
                ("shop/" + member).getBytes(UTF_8),
                codec.write(attributes(member, revision, segment)));
    }

    private static MemberAttributes attributes(String member, long revision, String segment) {
        return new MemberAttributes(
                "shop",
                member,
                revision,
                null,
                null,
                List.of(segment),
                List.of(),
                Map.of(),
                Map.of(),
                TIME);
    }

    private static Event event(String member, String id, String type, Map<String, Object> data) {
        return event(member, id, type, data, TIME, false);
    }

    private static Event event(
            String member,
            String id,
            String type,
            Map<String, Object> data,
            Instant time,
            boolean imported) {
        return new Event("shop", "/tills/7", id, type, member, time, time, imported, data);
    }

    private void send(Event event) {
        send(events.toRecord(event), event.recordedTime());
    }

    private void sendMark(PublicationMark mark) {
        send(events.markRecord(mark, 0), TIME);
    }

    private void send(ProducerRecord<byte[], byte[]> record, Instant time) {
        input.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), time));
    }

    private List<Decision> decided() {
        return decisions.readValuesToList().stream()
                .map(value -> codec.read(value, Decision.class))
                .toList();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
