package dev.laurel.leaderboards.seals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a period. The service's clock stands at noon of 2011-11-15. */
class SealingIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of(
                            "id",
                            "monthly",
                            "of",
                            "stars",
                            "period",
                            "month",
                            "top",
                            2,
                            "seal",
                            Map.of("after", "PT48H")),
                    Map.of(
                            "id",
                            "level",
                            "of",
                            "stars",
                            "period",
                            "month",
                            "ties",
                            "shared",
                            "seal",
                            Map.of("after", "PT48H")),
                    Map.of("id", "open", "of", "stars", "period", "month"));

    /** Two days after the end of November, by which everything of October is due, too. */
    private static final Instant IN_DECEMBER = Instant.parse("2011-12-03T00:00:00Z");

    @Autowired private Sealing sealing;
    @Autowired private Seals seals;
    @Autowired private Boards boards;
    @Autowired private ProgramLocks locks;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "2011-12-02T23:59:59Z, 2011-11-03T10:00:00Z, 0",
        "2011-12-03T00:00:00Z, 2011-11-03T10:00:00Z, 2",
        "2011-12-03T00:00:01Z, 2011-11-03T10:00:00Z, 2",
        // October was over when its first score came in, at noon of 2011-11-15.
        "2011-11-17T11:59:59Z, 2011-10-03T10:00:00Z, 0",
        "2011-11-17T12:00:00Z, 2011-10-03T10:00:00Z, 2"
    })
    void aPeriodIsSealedWhenItsTimeIsOverAndNotBefore(String counted, String event, int sealed) {
        // Given
        String program = "due-" + counted.hashCode() + event.hashCode();
        program = program.replace("--", "-");
        publish(program, "UTC", BOARDS);
        book(new TestLedger(program, "UTC").book("ann", "stars", 5, event).entries());

        // When
        int first = sealing.run(program, Instant.parse(counted));
        int second = sealing.run(program, Instant.parse(counted));

        // Then
        assertThat(first).isEqualTo(sealed);
        assertThat(second).isZero();
    }

    @Test
    void saysHowFarItsLifeHasCome() {
        // Given
        publish("life", "UTC", BOARDS);
        book(
                new TestLedger("life", "UTC")
                        .book("ann", "stars", 5, "2011-10-03T10:00:00Z")
                        .book("ann", "stars", 5, "2011-11-03T10:00:00Z")
                        .entries());

        // Then
        assertThat(board("life", "monthly", "2011-11").get("state").asString()).isEqualTo("live");
        assertThat(board("life", "monthly", "2011-10").get("state").asString())
                .isEqualTo("provisional");

        // When
        sealing.run("life", IN_DECEMBER);

        // Then
        assertThat(board("life", "monthly", "2011-10").get("state").asString()).isEqualTo("sealed");
        assertThat(board("life", "open", "2011-10").get("state").asString())
                .isEqualTo("provisional");
        assertThat(api().ask(path("life", "open") + "/seals/2011-10").status()).isEqualTo(404);
    }

    @Test
    void aReturnAfterTheSealChangesNothingAndIsListed() {
        // Given
        TestLedger ledger = october("late");
        publish("late", "UTC", BOARDS);
        book(ledger.entries());
        sealing.run("late", IN_DECEMBER);
        JsonNode seal = api().get(path("late", "monthly") + "/seals/2011-10");
        JsonNode places = api().get(path("late", "monthly") + "/seals/2011-10/places");
        JsonNode board = board("late", "monthly", "2011-10");
        int before = ledger.entries().size();

        // When
        ledger.takeBack("ann", "stars", 6, "2011-10-31T10:00:00Z");
        List<LedgerEntry> late = ledger.entries().subList(before, before + 1);
        book(late);
        book(late);

        // Then
        assertThat(api().get(path("late", "monthly") + "/seals/2011-10")).isEqualTo(seal);
        assertThat(api().get(path("late", "monthly") + "/seals/2011-10/places")).isEqualTo(places);
        assertThat(board("late", "monthly", "2011-10")).isEqualTo(board);
        assertThat(board.at("/items/0/member").asString()).isEqualTo("ann");
        assertThat(board("late", "open", "2011-10").at("/items/0/member").asString())
                .isNotEqualTo("ann");
        for (String id : List.of("monthly", "level")) {
            JsonNode corrections =
                    api().get(path("late", id) + "/seals/2011-10/corrections").get("items");
            assertThat(corrections.size()).isEqualTo(1);
            JsonNode correction = corrections.get(0);
            assertThat(correction.get("competitor").asString()).isEqualTo("ann");
            assertThat(correction.get("points").asLong()).isEqualTo(-6);
            assertThat(correction.get("cause").asString()).isEqualTo("rule:give-back");
            assertThat(correction.get("decision").asString())
                    .isEqualTo(String.valueOf(late.getFirst().decision()));
            assertThat(correction.get("time").asString()).isEqualTo("2011-10-31T10:00:00Z");
        }
    }

    @Test
    void theHashIsThatOfThePlacesAsAnybodyCanSeeThem() throws Exception {
        // Given
        publish("hash", "UTC", BOARDS);
        book(october("hash").entries());

        // When
        sealing.run("hash", IN_DECEMBER);

        // Then
        for (String id : List.of("monthly", "level")) {
            JsonNode seal = api().get(path("hash", id) + "/seals/2011-10");
            assertThat(seal.get("sha256").asString()).isEqualTo(hashByHand("hash", id, seal));
            assertThat(seal.get("size").asLong()).isEqualTo(5);
        }
        assertThat(
                        api().get(path("hash", "level") + "/seals/2011-10/places")
                                .get("items")
                                .valueStream()
                                .map(place -> place.get("rank").asLong()))
                .containsExactly(1L, 2L, 2L, 4L, 5L);
    }

    /** Only where there are {@code bash}, {@code curl}, {@code jq} and {@code sha256sum}. */
    @Test
    void theCommandsOfTheDocumentationComeToTheSameHash() throws Exception {
        // Given
        assumeThat(List.of("bash", "curl", "jq", "sha256sum"))
                .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
        publish("by-hand", "UTC", BOARDS);
        book(october("by-hand").entries());
        sealing.run("by-hand", IN_DECEMBER);
        String page = Files.readString(Path.of("../docs/boards.md"));
        int begin = page.indexOf("```sh\nboard=http") + 6;
        String commands =
                page.substring(begin, page.indexOf("```", begin))
                        .replaceFirst(
                                "board=.*",
                                "board=" + address(path("by-hand", "level") + "/seals/2011-10"))
                        .replace("limit=500", "limit=2");

        // When
        Process shell = new ProcessBuilder("bash", "-c", commands).start();
        List<String> printed = shell.inputReader(UTF_8).readAllLines();

        // Then
        assertThat(printed).hasSize(2);
        assertThat(printed.getFirst()).isEqualTo(printed.getLast() + "  -");
        assertThat(printed.getLast()).matches("[0-9a-f]{64}");
    }

    @Test
    void instancesThatSealAtTheSameTimeSealOnce() throws Exception {
        // Given
        publish("twins", "UTC", BOARDS);
        book(october("twins").entries());
        int sealed = 0;

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            Callable<Integer> run = () -> sealing.run("twins", IN_DECEMBER);
            List<Future<Integer>> all = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                all.add(instances.submit(run));
            }
            for (Future<Integer> each : all) {
                sealed += each.get();
            }
        }

        // Then
        assertThat(sealed).isEqualTo(2);
        assertThat(count("twins")).isEqualTo(2);
    }

    @Test
    void oneThatDiesWhileItSealsLeavesNothingAndTheNextDoesItAll() throws Exception {
        // Given
        publish("dies", "UTC", BOARDS);
        book(october("dies").entries());
        CountDownLatch dead = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch held = new CountDownLatch(1);
            Future<?> counting =
                    threads.submit(() ->
                            transactions.executeWithoutResult(_ -> {
                                locks.alone("dies");
                                held.countDown();
                                awaitQuietly(dead);
                            }));
            held.await();

            // When
            Future<Integer> dying = threads.submit(() -> sealing.run("dies", IN_DECEMBER));
            await().until(() -> terminateWhoWaitsForTheLock() == 1);

            // Then
            assertThatThrownBy(dying::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RuntimeException.class);
            dead.countDown();
            counting.get();
        }
        assertThat(count("dies")).isZero();
        assertThat(sealing.run("dies", IN_DECEMBER)).isEqualTo(2);
        assertThat(count("dies")).isEqualTo(2);
    }

    @Test
    void aSeasonIsSealedOnceThoughItsDaysAreMovedAndItsNameMayComeBack() {
        // Given
        publish("season", "UTC", List.of(season("2011-10-01/2011-10-20")));
        book(
                new TestLedger("season", "UTC")
                        .book("ann", "stars", 5, "2011-10-03T10:00:00Z")
                        .book("bob", "stars", 9, "2011-10-25T10:00:00Z")
                        .book("cid", "stars", 1, "2011-11-05T10:00:00Z")
                        .entries());
        assertThat(sealing.run("season", IN_DECEMBER)).isEqualTo(1);
        JsonNode seal = api().get(path("season", "seasonal") + "/seals/autumn");

        // When: a longer one
        publish("season", "UTC", 2, Instant.EPOCH, List.of(season("2011-10-01/2011-10-31")));
        await().until(() -> boards.of("season").orElseThrow().toString().contains("2011-10-31"));
        int again = sealing.run("season", IN_DECEMBER);

        // Then
        assertThat(again).isZero();
        assertThat(api().get(path("season", "seasonal") + "/seals/autumn")).isEqualTo(seal);
        JsonNode board = board("season", "seasonal", "autumn");
        assertThat(board.get("state").asString()).isEqualTo("sealed");
        assertThat(board.at("/items/0/member").asString()).isEqualTo("ann");

        // When: another one of the same name
        publish("season", "UTC", 3, Instant.EPOCH, List.of(season("2011-11-01/2011-11-10")));
        await().until(() -> boards.of("season").orElseThrow().toString().contains("2011-11-10"));
        int other = sealing.run("season", IN_DECEMBER);

        // Then
        assertThat(other).isEqualTo(1);
        assertThat(board("season", "seasonal", "autumn").at("/items/0/member").asString())
                .isEqualTo("cid");
    }

    private static Map<String, Object> season(String open) {
        return Map.of(
                "id",
                "seasonal",
                "of",
                "stars",
                "period",
                "season",
                "seasons",
                List.of(Map.of("id", "autumn", "open", open)),
                "seal",
                Map.of("after", "PT48H"));
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatIsSealed() {
        // Given
        publish("stays", "UTC", BOARDS);
        book(october("stays").entries());
        sealing.run("stays", IN_DECEMBER);

        // Then
        for (String change :
                List.of(
                        "UPDATE sealed_score SET score = score + 1",
                        "DELETE FROM sealed_score",
                        "UPDATE seal SET size = 0",
                        "DELETE FROM correction")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void listsTheSealsOfABoard() {
        // Given
        publish("list", "UTC", BOARDS);
        book(
                new TestLedger("list", "UTC")
                        .book("ann", "stars", 5, "2011-09-03T10:00:00Z")
                        .book("ann", "stars", 5, "2011-10-03T10:00:00Z")
                        .entries());
        sealing.run("list", IN_DECEMBER);

        // When
        JsonNode first = api().get(path("list", "monthly") + "/seals?limit=1");
        JsonNode second =
                api().get(
                                path("list", "monthly")
                                        + "/seals?limit=1&cursor="
                                        + first.get("next").asString());

        // Then
        assertThat(first.at("/items/0/period").asString()).isEqualTo("2011-09");
        assertThat(second.at("/items/0/period").asString()).isEqualTo("2011-10");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(boards.programs()).contains("list");
        assertThat(seals).isNotNull();
    }

    private static TestLedger october(String program) {
        return new TestLedger(program, "UTC")
                .book("ann", "stars", 9, "2011-10-03T10:00:00Z")
                .book("bob", "stars", 7, "2011-10-03T10:00:00Z")
                .book("c\"\\\u00e9\u007f", "stars", 7, "2011-10-02T10:00:00.123456Z")
                .book("dan", "stars", 5, "2011-10-03T10:00:00Z")
                .book("eve", "stars", -1, "2011-10-03T10:00:00Z");
    }

    /** As docs/boards.md says, without any code of the service. */
    private String hashByHand(String program, String board, JsonNode seal) throws Exception {
        JsonMapper json = new JsonMapper();
        StringBuilder form = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("laurel-board-1"));
        for (String name : List.of("program", "leaderboard", "period", "of", "by", "ties")) {
            head.add(seal.get(name).asString());
        }
        form.append(json.writeValueAsString(head)).append('\n');
        String places = path(program, board) + "/seals/2011-10/places?limit=2";
        JsonNode page = api().get(places);
        append(form, json, page);
        while (!page.get("next").isNull()) {
            page = api().get(places + "&cursor=" + page.get("next").asString());
            append(form, json, page);
        }
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha256.digest(form.toString().getBytes(UTF_8)));
    }

    private static void append(StringBuilder form, JsonMapper json, JsonNode page) {
        for (JsonNode place : page.get("items")) {
            List<JsonNode> line =
                    List.of(
                            place.get("rank"),
                            place.get("score"),
                            place.get("reachedAt"),
                            place.get("member"));
            // jq escapes one character that Jackson leaves alone.
            form.append(json.writeValueAsString(line).replace("\u007f", "\\u007f")).append('\n');
        }
    }

    private long terminateWhoWaitsForTheLock() {
        return jdbc.sql(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                        WHERE locktype = 'advisory' AND NOT granted
                        """)
                .query(Long.class)
                .single();
    }

    private long count(String program) {
        return jdbc.sql("SELECT count(*) FROM seal WHERE program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }

    private JsonNode board(String program, String board, String period) {
        return api().get(path(program, board) + "?period=" + period);
    }

    private static String path(String program, String board) {
        return "/v1/programs/" + program + "/leaderboards/" + board;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
