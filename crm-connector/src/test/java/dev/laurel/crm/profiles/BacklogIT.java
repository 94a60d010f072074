package dev.laurel.crm.profiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topic;
import dev.laurel.contracts.Topics;
import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Standing;
import dev.laurel.crm.delivery.Standings;
import dev.laurel.topics.RecordCodec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs without a connection cost next to nothing, and with one have it all. */
class BacklogIT extends RunningCrmConnector {

    private static final int MEMBERS = 12;

    private final RecordCodec codec = new RecordCodec();

    @Autowired
    @Qualifier("ledger")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> ledgerIntake;

    @Autowired
    @Qualifier("badges")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> badgesIntake;

    @Autowired
    @Qualifier("tiers")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> tiersIntake;

    @Autowired
    @Qualifier("decisions")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> decisionsIntake;

    @Autowired private Connections connections;
    @Autowired private Deliveries deliveries;
    @Autowired private Profiles profiles;
    @Autowired private Backlog backlog;
    @Autowired private Standings standings;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @Test
    void keepsNoProfilesThatNobodyNeeds() {
        // Given
        TestHistory history = TestHistory.random("restful", 1, MEMBERS, 200);

        // When
        batches(history).forEach(Runnable::run);

        // Then
        assertThat(profiles.count("restful")).isZero();
        assertThat(kept("restful")).isNotZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aConnectionThatComesInTheMiddleFindsEverything(long seed) throws Exception {
        // Given
        String early = "early-" + seed;
        String late = "late-" + seed;
        connect(early);
        batches(TestHistory.random(early, seed, MEMBERS, 600)).forEach(Runnable::run);
        List<Runnable> all = batches(TestHistory.random(late, seed, MEMBERS, 600));
        all.subList(0, all.size() / 3).forEach(Runnable::run);
        takeSomeInAndDie(late);

        // When
        ConnectionId connection;
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> rest =
                    thread.submit(
                            () -> all.subList(all.size() / 3, all.size()).forEach(Runnable::run));
            connection = connect(late);
            takeSomeInAndDie(late);
            deliveries.fill(connection, Instant.now());
            rest.get();
        }

        // Then
        awaitNothingKept(late);
        awaitNothingKept(early);
        assertThat(contents(late)).isEqualTo(contents(early)).hasSize(MEMBERS);
        assertThat(pending(connection)).isEqualTo(MEMBERS);
    }

    @Test
    void theStatusSaysThatPendingMembersAreStillBeingFound() {
        // Given
        batches(TestHistory.random("found", 5, MEMBERS, 200)).forEach(Runnable::run);

        // When
        ConnectionId connection = connect("found");
        List<Standing> whileTakenIn = new ArrayList<>();
        transaction.executeWithoutResult(died -> {
            backlog.take("found", 1);
            whileTakenIn.add(elsewhere(connection));
            died.setRollbackOnly();
        });

        // Then
        assertThat(whileTakenIn).allMatch(Standing::catchingUp);
        await().atMost(Duration.ofSeconds(60)).until(() -> !standing(connection).catchingUp());
        assertThat(standing(connection).pending().values()).containsExactly((long) MEMBERS);
    }

    private Standing standing(ConnectionId connection) {
        return standings.standing(connection, LocalDate.EPOCH);
    }

    /** As somebody sees it who does not see what the transaction of this thread did. */
    private Standing elsewhere(ConnectionId connection) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(() -> standing(connection)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aProgramThatLosesItsConnectionRestsAgain() {
        // Given
        TestHistory whole = TestHistory.random("off-and-on", 9, MEMBERS, 400);
        TestHistory twin = TestHistory.random("always-on", 9, MEMBERS, 400);
        connect("always-on");
        batches(twin).forEach(Runnable::run);
        List<Runnable> all = batches(whole);
        ConnectionId first = connect("off-and-on");
        all.subList(0, all.size() / 3).forEach(Runnable::run);

        // When
        connections.remove(first, 1);
        all.subList(all.size() / 3, all.size() * 2 / 3).forEach(Runnable::run);
        long kept = kept("off-and-on");
        connect("off-and-on");
        all.subList(all.size() * 2 / 3, all.size()).forEach(Runnable::run);

        // Then
        assertThat(kept).isNotZero();
        awaitNothingKept("off-and-on");
        awaitNothingKept("always-on");
        assertThat(contents("off-and-on")).isEqualTo(contents("always-on"));
    }

    /** One batch is taken in, and of the next one nothing is left when whoever did it dies. */
    private void takeSomeInAndDie(String program) {
        for (boolean dies : new boolean[] {false, true}) {
            transaction.executeWithoutResult(status -> {
                backlog.take(program, 1).ifPresent(this::takeIn);
                if (dies) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    private <T> void takeIn(Backlog.Some<T> some) {
        profiles.tell(some.part(), some.news());
    }

    private ConnectionId connect(String program) {
        ConnectionId id = new ConnectionId(program, "crm");
        boolean added =
                connections.add(
                        new Connection(
                                id,
                                CrmKind.HUBSPOT,
                                URI.create("http://127.0.0.1:1"),
                                CrmKind.HUBSPOT.defaultVersion(),
                                DefaultMapping.of(CrmKind.HUBSPOT, List.of("stars"), List.of()),
                                Inbound.NONE,
                                false,
                                Quota.of(CrmKind.HUBSPOT),
                                true,
                                1,
                                Instant.EPOCH),
                        new Credentials(Map.of("serviceKey", "key")));
        assertThat(added).isTrue();
        return id;
    }

    /**
     * What the topics deliver, in small batches, each of which overlaps the one before: those of a
     * topic in their order, those of all of them mixed.
     */
    private List<Runnable> batches(TestHistory history) {
        List<List<Runnable>> topics = new ArrayList<>();
        topics.add(batches(ledgerIntake, records(Topics.LEDGER, history.ledger)));
        topics.add(batches(badgesIntake, records(Topics.BADGES, history.badges)));
        topics.add(batches(tiersIntake, records(Topics.TIERS, history.tiers)));
        topics.add(batches(decisionsIntake, records(Topics.DECISIONS, history.decisions)));
        List<Runnable> mixed = new ArrayList<>();
        Random random = new Random(history.ledger.size());
        while (!topics.isEmpty()) {
            mixed.add(topics.get(random.nextInt(topics.size())).removeFirst());
            topics.removeIf(List::isEmpty);
        }
        return mixed;
    }

    private static List<Runnable> batches(
            Consumer<List<ConsumerRecord<byte[], byte[]>>> intake,
            List<ConsumerRecord<byte[], byte[]>> records) {
        List<Runnable> batches = new ArrayList<>();
        for (int from = 0; from < records.size(); from += 8) {
            List<ConsumerRecord<byte[], byte[]>> some =
                    records.subList(Math.max(0, from - 3), Math.min(records.size(), from + 8));
            batches.add(() -> intake.accept(some));
        }
        return batches;
    }

    private <V> List<ConsumerRecord<byte[], byte[]>> records(Topic<V> topic, List<V> values) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (V value : values) {
            records.add(
                    new ConsumerRecord<>(
                            topic.name(),
                            0,
                            records.size(),
                            "any".getBytes(UTF_8),
                            codec.write(value)));
        }
        return records;
    }

    private record Content(
            Map<String, Balance> wallets,
            Map<String, BadgeState> badges,
            Map<String, ChallengeProgress> challenges,
            Map<String, StreakState> streaks,
            TierState tier,
            @Nullable Instant lastActivity) {}

    private Map<String, Content> contents(String program) {
        Map<String, Content> contents = new LinkedHashMap<>();
        for (Profile each : profiles.page(program, "", 100)) {
            contents.put(
                    each.member().id(),
                    new Content(
                            each.wallets(),
                            each.badges(),
                            each.challenges(),
                            each.streaks(),
                            each.tier(),
                            each.lastActivity()));
        }
        return contents;
    }

    private void awaitNothingKept(String program) {
        await().atMost(Duration.ofSeconds(60)).until(() -> kept(program) == 0);
    }

    private long kept(String program) {
        return count("SELECT count(*) FROM backlog WHERE program = ?", program);
    }

    private long pending(ConnectionId id) {
        return count("SELECT count(*) FROM pending WHERE program = ?", id.program());
    }

    private long count(String sql, String program) {
        return jdbc.sql(sql).param(program).query(Long.class).single();
    }
}
