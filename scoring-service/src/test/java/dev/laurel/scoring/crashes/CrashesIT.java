package dev.laurel.scoring.crashes;

import static dev.laurel.scoring.RunningScoringService.DECISIONS;
import static dev.laurel.scoring.RunningScoringService.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.testinfra.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The process ends between any two steps of taking in a batch, of answering a request and of
 * telling others, and is started again: the end is that of a process which nothing has happened to.
 */
class CrashesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String COMMITTED = "learning that it is committed";
    private static final int ALL = 1_000;

    private static final RunningScoringService service =
            RunningScoringService.start(
                    Map.of(
                            "spring.cloud.stream.bindings.decisions-in-0.consumer.auto-startup",
                            "false",
                            "logging.level.org.apache.catalina.core.ContainerBase",
                            "off"),
                    MortalService.class);
    private static final ApiProbe api = service.api();

    @SuppressWarnings("unchecked") // the bean's type is known
    private static final Listening listening =
            new Listening(service.bean("decisions", Consumer.class));

    @BeforeAll
    static void nobodyElseRelays() {
        service.bean(OutboxRelay.class).stop();
        listening.beginAtTheEnd();
    }

    @AfterAll
    static void stopService() {
        listening.close();
        service.close();
    }

    @Test
    void endsAsIfNothingHadHappenedWhereverABatchIsLeft() throws Exception {
        // Given
        Story calm = stories("calm-batches", 1).getFirst();
        DECISIONS.send(calm.batch());
        Life undisturbed = Life.undisturbed();
        listening.live(undisturbed);
        List<String> steps = undisturbed.steps();
        List<Story> left = stories("batch-left", steps.size());

        // When
        for (int step = 0; step < steps.size(); step++) {
            DECISIONS.send(left.get(step).batch());
            Life life = Life.endingBefore(step);
            assertThat(ends(() -> listening.live(life))).as(steps.get(step)).isTrue();
            assertThat(life.steps()).isEqualTo(steps.subList(0, step + 1));
            listening.live(Life.undisturbed());
        }
        relay();

        // Then
        assertThat(steps)
                .hasSizeGreaterThan(25)
                .contains("the commit", "learning that it is committed", "the offsets");
        assertThatAllEndedAs(calm, left, steps);
    }

    @Test
    void endsAsIfNothingHadHappenedWhereverARequestIsLeft() throws Exception {
        // Given
        Story calm = stories("calm-requests", 1).getFirst();
        List<Integer> which = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < calm.requests().size(); i++) {
            Life undisturbed = Life.undisturbed();
            MortalService.nextRequest(undisturbed);
            assertThat(calm.requests().get(i).send().status()).isBetween(200, 201);
            for (int step = 0; step < undisturbed.steps().size(); step++) {
                which.add(i);
                steps.add(step);
                names.add(undisturbed.steps().get(step));
            }
        }
        List<Story> left = stories("request-left", names.size());

        // When
        for (int story = 0; story < left.size(); story++) {
            List<Story.Request> requests = left.get(story).requests();
            for (int i = 0; i < requests.size(); i++) {
                if (i == which.get(story)) {
                    Life life = Life.endingBefore(steps.get(story));
                    MortalService.nextRequest(life);
                    requests.get(i).send();
                    assertThat(life.steps()).last().isEqualTo(names.get(story));
                    assertThat(life.isOver()).isTrue();
                }
                assertThat(requests.get(i).send().status())
                        .as(names.get(story))
                        .isBetween(200, 201);
            }
        }
        relay();

        // Then
        assertThat(names).hasSizeGreaterThan(30);
        assertThatAllEndedAs(calm, left, names);
    }

    @Test
    void tellsOfEverythingWhereverTheRelayIsLeft() throws Exception {
        // Given
        Story calm = stories("calm-relay", 1).getFirst();
        Life undisturbed = Life.undisturbed();
        OutboxRelay first = relay(undisturbed, ALL);
        assertThat(first.awaitRelayed(PATIENCE)).isTrue();
        first.stop();
        List<String> steps =
                undisturbed.steps().subList(0, undisturbed.steps().indexOf(COMMITTED) + 1);

        // When
        List<Story> left = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (int some : List.of(ALL, 2)) {
            for (int step = 0; step < steps.size(); step++) {
                points.add("%s, %d sent".formatted(steps.get(step), some));
                left.addAll(stories("relay-left-%d".formatted(points.size()), 1));
                Life life = Life.endingBefore(step);
                OutboxRelay dying = relay(life, some);
                await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(life::isOver);
                dying.stop();
            }
        }
        relay();

        // Then
        assertThat(steps).hasSize(5).contains("DELETE FROM outbox WHERE id = ANY (?)");
        assertThatAllEndedAs(calm, left, points);
    }

    /** Programs in which everything has happened that the rest goes on from. */
    private static List<Story> stories(String name, int number) {
        List<Story> stories =
                Story.published(
                        api, IntStream.range(0, number).mapToObj(i -> name + "-" + i).toList());
        DECISIONS.send(stories.stream().flatMap(story -> story.before().stream()).toList());
        listening.live(Life.undisturbed());
        return stories;
    }

    private static boolean ends(Runnable life) {
        try {
            life.run();
            return false;
        } catch (Killed expected) {
            return true;
        }
    }

    private static void relay() throws InterruptedException {
        OutboxRelay relay = relay(Life.undisturbed(), ALL);
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        relay.stop();
    }

    /**
     * A relay that lives a life.
     *
     * @param atOnce how many records it sends before it deletes them: when it ends before that, the
     *     broker has these
     */
    private static OutboxRelay relay(Life life, int atOnce) {
        String name = "crashes-" + UUID.randomUUID();
        DataSource source =
                new MortalSource(
                        service.bean(DataSource.class),
                        () -> Thread.currentThread().getName().startsWith(name) ? life : null,
                        sql -> sql.replace("LIMIT ?", "LIMIT least(?, %d)".formatted(atOnce)));
        OutboxRelay relay =
                new OutboxRelay(
                        name, source, Map.of("bootstrap.servers", TestBroker.bootstrapServers()));
        relay.start();
        return relay;
    }

    private static void assertThatAllEndedAs(Story calm, List<Story> left, List<String> points) {
        Map<String, List<String>> told = told();
        EndState expected = EndState.of(service.jdbc(), calm.program());
        assertThat(expected.rows()).hasSizeGreaterThan(20);
        assertThat(told.get(calm.program())).hasSizeGreaterThan(3);
        for (int i = 0; i < left.size(); i++) {
            String program = left.get(i).program();
            String point = "left before %s (%s)".formatted(points.get(i), program);
            assertThat(EndState.of(service.jdbc(), program)).as(point).isEqualTo(expected);
            assertThat(told.get(program)).as(point).isEqualTo(told.get(calm.program()));
            assertThat(
                            api.get("/v1/programs/%s/ledger/verification".formatted(program))
                                    .get("faults"))
                    .as(point)
                    .isEmpty();
        }
        for (String view :
                List.of("discrepancy", "account_day_discrepancy", "budget_discrepancy")) {
            assertThat(service.number("SELECT count(*) FROM " + view)).as(view).isZero();
        }
        assertThat(service.number("SELECT count(*) FROM unsettled")).isZero();
        assertThat(service.number("SELECT count(*) FROM outbox")).isZero();
    }

    /** What a reader of the ledger's topic knows who drops what it has seen, by program. */
    private static Map<String, List<String>> told() {
        Map<String, Map<UUID, String>> seen = new LinkedHashMap<>();
        for (LedgerEntry entry : LEDGER.values(_ -> true)) {
            seen.computeIfAbsent(entry.program(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(
                            entry.posting(),
                            "%s %d: %s %d, %d issued, now %d, %d pending, %d earned, %s"
                                    .formatted(
                                            entry.member(),
                                            entry.sequence(),
                                            entry.wallet(),
                                            entry.points(),
                                            entry.issued(),
                                            entry.balance(),
                                            entry.pending(),
                                            entry.earned(),
                                            entry.cause()));
        }
        Map<String, List<String>> told = new LinkedHashMap<>();
        seen.forEach((program, entries) ->
                told.put(
                        program,
                        entries.values().stream()
                                // Of one member in their order; members are on any partition.
                                .sorted(Comparator.comparing(line -> line.split(" ", -1)[0]))
                                .toList()));
        return told;
    }
}
