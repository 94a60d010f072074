package dev.laurel.leaderboards.prizes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.Prize;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Periods;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.seals.Promises;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.servicetesting.TopicProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is told when boards are sealed. The service's clock stands at noon of 2011-11-15. */
class PrizesIT extends RunningLeaderboardService {

    private static final Instant IN_DECEMBER = Instant.parse("2011-12-03T00:00:00Z");

    private static final List<Map<String, Object>> PRIZES =
            List.of(
                    Map.of("places", 1, "award", Map.of("gems", 500, "badge", "champion")),
                    Map.of("places", "2-3", "award", Map.of("gems", 50)),
                    Map.of("places", "5-10000", "award", Map.of("badge", "there")));

    private final TopicProbe<Event> events = new TopicProbe<>(Topics.EVENTS);
    private final KafkaEvents codec = new KafkaEvents();

    @Autowired private Sealing sealing;
    @Autowired private Promises promises;
    @Autowired private OutboxRelay relay;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;

    private static Map<String, Object> board(String id, String ties) {
        return Map.of(
                "id",
                id,
                "of",
                "stars",
                "period",
                "month",
                "ties",
                ties,
                "seal",
                Map.of("after", "PT48H"),
                "prizes",
                PRIZES);
    }

    /** Bob and eve have the same score, which eve reached first; zoe has lost all she had. */
    private static TestLedger october(String program) {
        return new TestLedger(program, "UTC")
                .book("ann", "stars", 9, "2011-10-03T10:00:00Z")
                .book("bob", "stars", 7, "2011-10-04T10:00:00Z")
                .book("eve", "stars", 7, "2011-10-03T10:00:00Z")
                .book("dan", "stars", 5, "2011-10-03T10:00:00Z")
                .book("fay", "stars", 4, "2011-10-03T10:00:00Z")
                .book("zoe", "stars", 5, "2011-10-03T10:00:00Z")
                .takeBack("zoe", "stars", 5, "2011-10-03T11:00:00Z");
    }

    private List<Event> told(String program) throws InterruptedException {
        relay.awaitRelayed(Duration.ofSeconds(90));
        return events.rawRecords(key -> key.startsWith(program + "/")).stream()
                .map(each ->
                        codec.decode(each.key(), each.value(), each.headers(), each.timestamp()))
                .map(each -> ((DecodedEvent) each).event())
                .toList();
    }

    /** October was over, with scores, when the board got its prizes; November had half passed. */
    @Test
    void nothingIsGivenForWhatWasOverBeforePrizesWerePromised() throws Exception {
        // Given
        Map<String, Object> board = board("monthly", "first-to-reach");
        publish("promised-late", "UTC", 1, Instant.parse("2011-11-01T00:00:01Z"), List.of(board));
        book(october("promised-late").book("gus", "stars", 3, "2011-11-03T10:00:00Z").entries());

        // When
        sealing.run("promised-late", IN_DECEMBER);

        // Then
        assertThat(told("promised-late")).extracting(Event::subject).containsExactly("gus");
        String october = path("promised-late", "monthly") + "/seals/2011-10";
        assertThat(api().get(october).get("size").asInt()).isPositive();
        assertThat(api().get(october + "/prizes").get("items").size()).isZero();
    }

    /** As an instance does that has not read the latest version yet. */
    @Test
    void anOlderVersionTakesNoPromiseBackAndALaterOneDoes() {
        // Given
        Instant first = Instant.parse("2011-10-01T00:00:00Z");
        Board promising = boards(first, true).boards().getFirst();
        promises.keep("promised", boards(first, true));
        promises.keep("promised", boards(first.plusSeconds(20), true));

        // When
        promises.keep("promised", boards(first.plusSeconds(10), false));

        // Then
        assertThat(promises.isPromised("promised", promising, first)).isTrue();
        assertThat(promises.isPromised("promised", promising, first.minusSeconds(1))).isFalse();

        // When
        promises.keep("promised", boards(first.plusSeconds(30), false));
        promises.keep("promised", boards(first.plusSeconds(40), true));

        // Then
        assertThat(promises.isPromised("promised", promising, first.plusSeconds(39))).isFalse();
        assertThat(promises.isPromised("promised", promising, first.plusSeconds(40))).isTrue();
    }

    private static ProgramBoards boards(Instant publishedAt, boolean prizes) {
        Board board =
                new Board(
                        "monthly",
                        "stars",
                        new Periods.Recurring(Calendar.MONTH),
                        Audience.EVERYONE,
                        false,
                        Ties.FIRST_TO_REACH,
                        null,
                        Duration.ofDays(2),
                        List.of(
                                new dev.laurel.leaderboards.boards.Prize(
                                        1, 1, Map.of("gems", 5L), null)),
                        null);
        return new ProgramBoards(
                ZoneOffset.UTC, publishedAt, List.of(prizes ? board : board.withoutPrizes()));
    }

    @Test
    void everyPlaceWithPointsGetsWhatTheProgramSaysAndNobodyElse() throws Exception {
        // Given
        publish("prizes", "UTC", List.of(board("monthly", "first-to-reach")));
        book(october("prizes").entries());

        // When
        sealing.run("prizes", IN_DECEMBER);

        // Then
        List<Event> told = told("prizes");
        assertThat(told).allMatch(Prize::isTold);
        assertThat(told).extracting(Event::time).containsOnly(Instant.parse(NOON));
        assertThat(told)
                .extracting(
                        Event::subject,
                        event -> event.data().get("rank"),
                        event -> event.data().get("points"),
                        event -> event.data().get("badge"))
                .containsExactlyInAnyOrder(
                        tuple("ann", 1, Map.of("gems", 500), "champion"),
                        tuple("eve", 2, Map.of("gems", 50), null),
                        tuple("bob", 3, Map.of("gems", 50), null),
                        tuple("fay", 5, Map.of(), "there"));
        JsonNode seal = api().get(path("prizes", "monthly") + "/seals/2011-10");
        assertThat(told).allSatisfy(event -> assertThat(event.data()).containsEntry("version", 1));
        assertThat(told)
                .extracting(event -> event.data().get("sha256"))
                .containsOnly(seal.get("sha256").asString());
        JsonNode listed = api().get(path("prizes", "monthly") + "/seals/2011-10/prizes");
        assertThat(listed.get("items").valueStream())
                .extracting(
                        each -> each.get("member").asString(), each -> each.get("event").asString())
                .containsExactlyElementsOf(
                        List.of("ann", "eve", "bob", "fay").stream()
                                .map(member -> tuple(member, eventOf(told, member)))
                                .toList());
    }

    private static String eventOf(List<Event> told, String member) {
        return told.stream()
                .filter(event -> event.subject().equals(member))
                .map(Event::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoSharesAPlaceGetsAllOfItsPrizeAndThePlacesThatAreSkippedGiveNone() throws Exception {
        // Given
        publish("shared-prizes", "UTC", List.of(board("level", "shared")));
        book(october("shared-prizes").entries());

        // When
        sealing.run("shared-prizes", IN_DECEMBER);

        // Then
        assertThat(told("shared-prizes"))
                .extracting(Event::subject, event -> event.data().get("rank"))
                .containsExactlyInAnyOrder(
                        tuple("ann", 1), tuple("bob", 2), tuple("eve", 2), tuple("fay", 5));
    }

    @Test
    void theyAreToldOnceThoughSeveralSealAtTheSameTimeAndAgainLater() throws Exception {
        // Given
        publish("twin-prizes", "UTC", List.of(board("monthly", "first-to-reach")));
        book(october("twin-prizes").entries());

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            Callable<Integer> run = () -> sealing.run("twin-prizes", IN_DECEMBER);
            List<Future<Integer>> all = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                all.add(instances.submit(run));
            }
            for (Future<Integer> each : all) {
                each.get();
            }
        }
        sealing.run("twin-prizes", IN_DECEMBER);

        // Then
        assertThat(told("twin-prizes")).hasSize(4);
    }

    /** Whatever comes to light of a seal comes with its prizes, and nothing without it. */
    @Test
    void oneThatDiesBeforeItHasSealedTellsNothingAndTheNextTellsTheSame() throws Exception {
        // Given
        publish("dead-prizes", "UTC", List.of(board("monthly", "first-to-reach")));
        book(october("dead-prizes").entries());

        // When
        transactions.executeWithoutResult(dying -> {
            sealing.run("dead-prizes", IN_DECEMBER);
            dying.setRollbackOnly();
        });

        // Then
        assertThat(told("dead-prizes")).isEmpty();

        // When
        sealing.run("dead-prizes", IN_DECEMBER);

        // Then
        assertThat(told("dead-prizes")).hasSize(4);
    }

    @Test
    void whatComesAfterTheSealChangesNoPrize() throws Exception {
        // Given
        TestLedger ledger = october("late-prizes");
        publish("late-prizes", "UTC", List.of(board("monthly", "first-to-reach")));
        book(ledger.entries());
        sealing.run("late-prizes", IN_DECEMBER);
        JsonNode before = api().get(path("late-prizes", "monthly") + "/seals/2011-10/prizes");
        int booked = ledger.entries().size();

        // When
        ledger.takeBack("ann", "stars", 9, "2011-10-31T10:00:00Z");
        book(ledger.entries().subList(booked, booked + 1));
        sealing.run("late-prizes", IN_DECEMBER);

        // Then
        assertThat(
                        api().get(path("late-prizes", "monthly") + "/seals/2011-10/corrections")
                                .get("items")
                                .size())
                .isEqualTo(1);
        assertThat(api().get(path("late-prizes", "monthly") + "/seals/2011-10/prizes"))
                .isEqualTo(before);
        assertThat(told("late-prizes")).hasSize(4);
        assertThatThrownBy(() -> jdbc.sql("UPDATE won SET rank = 1").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void saysWhatThereIsToWin() {
        // When
        publish("to-win", "UTC", List.of(board("monthly", "first-to-reach")));

        // Then
        await().untilAsserted(() ->
                assertThat(
                                api().get("/v1/programs/to-win/leaderboards")
                                        .at("/items/0/prizes/1")
                                        .toString())
                        .isEqualTo(
                                "{\"first\":2,\"last\":3,\"points\":{\"gems\":50},\"badge\":null}"));
    }

    private static String path(String program, String board) {
        return "/v1/programs/" + program + "/leaderboards/" + board;
    }
}
