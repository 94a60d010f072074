package dev.laurel.leaderboards.leagues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.seals.Sealing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Groups and divisions. The service's clock stands at noon of Tuesday 2011-11-15, in week 46. */
class LeaguesIT extends RunningLeaderboardService {

    private static final List<String> METALS = List.of("bronze", "silver", "gold");

    /** By which all weeks up to 45 are due, and week 46 is not. */
    private static final Instant LATER_THIS_WEEK = Instant.parse("2011-11-18T00:00:00Z");

    /** By which week 46 is due. */
    private static final Instant NEXT_WEEK = Instant.parse("2011-11-22T00:00:00Z");

    @Autowired private Sealing sealing;
    @Autowired private Leagues leagues;
    @Autowired private Boards boards;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;

    static Map<String, Object> board(List<String> divisions, int size, int promote, int relegate) {
        return board("first-to-reach", divisions, size, promote, relegate);
    }

    private static Map<String, Object> board(
            String ties, List<String> divisions, int size, int promote, int relegate) {
        return Map.of(
                "id",
                "weekly",
                "of",
                "stars",
                "period",
                "week",
                "ties",
                ties,
                "seal",
                Map.of("after", "PT12H"),
                "leagues",
                Map.of(
                        "divisions",
                        divisions,
                        "size",
                        size,
                        "promote",
                        promote,
                        "relegate",
                        relegate));
    }

    /** Five weeks of history, few scores and so many ties, a third of it taken back. */
    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({"1, first-to-reach", "2, first-to-reach", "3, shared", "4, shared"})
    void divisionsAreWhatAFoldOverTheSealedWeeksSays(long seed, String ties) {
        // Given
        String program = "fold-" + seed;
        List<LedgerEntry> entries = randomLedger(program, new Random(seed));
        publish(program, "UTC", List.of(board(ties, METALS, 4, 2, 1)));
        book(entries);

        // When
        int sealed = sealing.run(program, LATER_THIS_WEEK);

        // Then
        assertThat(sealed).isEqualTo(5);
        Map<String, List<String>> expected =
                new LeagueOracle(
                                METALS,
                                4,
                                2,
                                1,
                                ties.equals("shared") ? Ties.SHARED : Ties.FIRST_TO_REACH)
                        .fold(entries);
        assertThat(expected.values().stream().flatMap(List::stream))
                .anyMatch(each -> each.contains("gold/2"));
        Map<String, List<String>> found = new TreeMap<>();
        expected.keySet().forEach(member -> found.put(member, history(program, member)));
        assertThat(found).isEqualTo(expected);
        assertThat(differences(program)).isEmpty();
    }

    private static List<LedgerEntry> randomLedger(String program, Random random) {
        TestLedger ledger = new TestLedger(program, "UTC");
        Instant monday = Instant.parse("2011-10-10T00:00:00Z");
        for (int i = 0; i < 400; i++) {
            ledger.book(
                    "m" + random.nextInt(40),
                    "stars",
                    random.nextInt(3) == 0 ? -random.nextInt(1, 4) : random.nextInt(1, 4),
                    monday.plusSeconds(random.nextInt(35) * 86_400L + random.nextInt(3)));
        }
        return ledger.entries();
    }

    @Test
    void whoScoresEntersAGroupForGoodHoweverOftenAndWheneverItIsTold() {
        // Given
        List<LedgerEntry> entries = thisWeek("enters", new Random(5));
        publish("enters", "UTC", List.of(board(METALS, 3, 1, 1)));
        Map<String, String> before = new HashMap<>();
        for (int batch = 0; batch < 4; batch++) {
            // When
            book(entries.subList(0, 15 * (batch + 1)));
            awaitOpen("enters", "2011-W46");

            // Then
            Map<String, String> groups = groups("enters");
            assertThat(groups).containsAllEntriesOf(before);
            assertThat(groups.keySet()).isEqualTo(members(entries.subList(0, 15 * (batch + 1))));
            assertThat(sizes(groups)).allMatch(size -> size <= 3);
            before = groups;
        }
        assertThat(sizes(before).stream().filter(size -> size < 3).count()).isLessThan(2);
        assertThat(differences("enters")).isEmpty();
    }

    private static List<LedgerEntry> thisWeek(String program, Random random) {
        TestLedger ledger = new TestLedger(program, "UTC");
        Instant monday = Instant.parse("2011-11-14T00:00:00Z");
        for (int i = 0; i < 60; i++) {
            ledger.book(
                    "m" + random.nextInt(25),
                    "stars",
                    random.nextInt(1, 9),
                    monday.plusSeconds(random.nextInt(130_000)));
        }
        return ledger.entries();
    }

    /** Ann wins week 45. Her points of week 46 are there before week 45 is sealed. */
    @Test
    void aWeekOpensWithTheSealOfTheOneBeforeAndWhoHasScoredEntersTheNewDivision() {
        // Given
        publish("waits", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(
                new TestLedger("waits", "UTC")
                        .book("ann", "stars", 9, "2011-11-08T10:00:00Z")
                        .book("bob", "stars", 5, "2011-11-08T10:00:00Z")
                        .book("ann", "stars", 1, "2011-11-14T10:00:00Z")
                        .book("bob", "stars", 2, "2011-11-14T10:00:00Z")
                        .entries());
        JsonNode waiting = member("waits", "ann", "2011-W46");
        assertThat(waiting.get("open").asBoolean()).isFalse();
        assertThat(waiting.get("division").asString()).isEqualTo("bronze");
        assertThat(waiting.get("group").isNull()).isTrue();

        // When
        sealing.run("waits", LATER_THIS_WEEK);
        awaitOpen("waits", "2011-W46");

        // Then
        JsonNode ann = member("waits", "ann", "2011-W46");
        assertThat(ann.get("division").asString()).isEqualTo("silver");
        assertThat(ann.get("group").asInt()).isEqualTo(1);
        assertThat(ann.at("/own/rank").asInt()).isEqualTo(1);
        assertThat(ann.at("/own/zone").asString()).isEqualTo("promotion");
        assertThat(ann.get("items").size()).isEqualTo(1);
        assertThat(member("waits", "bob", "2011-W46").get("division").asString())
                .isEqualTo("bronze");
    }

    @Test
    void lateEventsCountUntilTheSealAndMoveNobodyAfterIt() {
        // Given
        TestLedger ledger =
                new TestLedger("late-league", "UTC")
                        .book("ann", "stars", 9, "2011-11-08T10:00:00Z")
                        .book("bob", "stars", 5, "2011-11-08T10:00:00Z");
        publish("late-league", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(ledger.entries());
        assertThat(open("late-league", "2011-W45")).isTrue();
        assertThat(open("late-league", "2011-W45")).isFalse();

        // When
        ledger.book("cid", "stars", 20, "2011-11-09T10:00:00Z");
        book(ledger.entries().subList(2, 3));

        // Then
        JsonNode cid = member("late-league", "cid", "2011-W45");
        assertThat(cid.get("state").asString()).isEqualTo("provisional");
        assertThat(cid.get("group").asInt()).isEqualTo(1);
        assertThat(cid.at("/own/zone").asString()).isEqualTo("promotion");

        // When
        sealing.run("late-league", LATER_THIS_WEEK);
        ledger.takeBack("cid", "stars", 20, "2011-11-10T10:00:00Z")
                .book("dot", "stars", 99, "2011-11-10T10:00:00Z");
        book(ledger.entries().subList(3, 5));
        sealing.run("late-league", LATER_THIS_WEEK);

        // Then
        assertThat(history("late-league", "cid")).containsExactly("2011-W45 bronze/1 1 silver");
        assertThat(history("late-league", "ann")).containsExactly("2011-W45 bronze/1 2 bronze");
        assertThat(history("late-league", "dot")).isEmpty();
        assertThat(member("late-league", "dot", "2011-W45").get("group").isNull()).isTrue();
        assertThat(differences("late-league")).isEmpty();
    }

    @Test
    void whoSkipsAWeekKeepsTheDivision() {
        // Given
        publish("skips", "UTC", List.of(board(METALS, 3, 1, 1)));
        TestLedger ledger = new TestLedger("skips", "UTC");
        ledger.book("ann", "stars", 9, "2011-10-25T10:00:00Z");
        for (String other : List.of("bob", "cid", "dot")) {
            ledger.book(other, "stars", 1, "2011-10-25T10:00:00Z")
                    .book(other, "stars", 1, "2011-11-01T10:00:00Z");
        }
        ledger.book("ann", "stars", 1, "2011-11-08T10:00:00Z");
        book(ledger.entries());

        // When
        sealing.run("skips", LATER_THIS_WEEK);

        // Then
        assertThat(history("skips", "ann"))
                .containsExactly("2011-W45 silver/1 1 gold", "2011-W43 bronze/1 1 silver");
    }

    /** A version renames the lowest, puts one between and takes the highest away. */
    @Test
    void newDivisionsAreThoseOfTheNameElseOfThePlaceFromBelow() {
        // Given
        TestLedger ledger = new TestLedger("renamed", "UTC");
        for (String week : List.of("2011-10-25", "2011-11-01")) {
            ledger.book("ann", "stars", 9, week + "T10:00:00Z");
        }
        ledger.book("bob", "stars", 9, "2011-11-01T11:00:00Z")
                .book("cid", "stars", 1, "2011-11-01T12:00:00Z");
        publish("renamed", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(ledger.entries());
        sealing.run("renamed", LATER_THIS_WEEK);

        // When
        publish(
                "renamed",
                "UTC",
                2,
                Instant.EPOCH,
                List.of(board(List.of("tin", "copper", "silver"), 3, 1, 1)));
        await().until(() ->
                api().get("/v1/programs/renamed/leaderboards")
                        .at("/items/0/leagues/divisions/0")
                        .asString()
                        .equals("tin"));

        // Then: of gold, silver and bronze
        assertThat(member("renamed", "ann", "2011-W46").get("division").asString())
                .isEqualTo("silver");
        assertThat(member("renamed", "bob", "2011-W46").get("division").asString())
                .isEqualTo("silver");
        assertThat(member("renamed", "cid", "2011-W46").get("division").asString())
                .isEqualTo("tin");
    }

    @Test
    void instancesThatOpenCountAndSealAtTheSameTimeComeToOneLeague() throws Exception {
        // Given
        List<LedgerEntry> entries = thisWeek("race", new Random(6));
        publish("race", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(entries.subList(0, 10));

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> all = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                all.add(() -> open("race", "2011-W46"));
            }
            all.add(() -> {
                book(entries);
                return true;
            });
            for (Future<Object> each : instances.invokeAll(all)) {
                each.get();
            }
            awaitOpen("race", "2011-W46");
            Callable<Object> seal = () -> sealing.run("race", NEXT_WEEK);
            for (Future<Object> each : instances.invokeAll(List.of(seal, seal, seal))) {
                each.get();
            }
        }

        // Then
        assertThat(count("SELECT count(*) FROM league WHERE program = 'race'")).isEqualTo(1);
        assertThat(groups("race").keySet()).isEqualTo(members(entries));
        assertThat(
                        count(
                                "SELECT count(*) FROM finish JOIN league ON id = league WHERE program = 'race'"))
                .isEqualTo(members(entries).size());
        assertThat(differences("race")).isEmpty();
    }

    @Test
    void oneThatDiesWhileItSealsMovesNobodyAndTheNextDoes() {
        // Given
        publish("dying-league", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(
                new TestLedger("dying-league", "UTC")
                        .book("ann", "stars", 9, "2011-11-08T10:00:00Z")
                        .entries());

        // When
        transactions.executeWithoutResult(dying -> {
            sealing.run("dying-league", LATER_THIS_WEEK);
            dying.setRollbackOnly();
        });

        // Then
        assertThat(history("dying-league", "ann")).isEmpty();
        assertThat(count("SELECT count(*) FROM league WHERE program = 'dying-league'")).isZero();

        // When
        sealing.run("dying-league", LATER_THIS_WEEK);
        sealing.run("dying-league", LATER_THIS_WEEK);

        // Then
        assertThat(history("dying-league", "ann")).containsExactly("2011-W45 bronze/1 1 silver");
    }

    /** Week 43 comes to light an hour after week 44, so it is due an hour later. */
    @Test
    void aWeekIsNotSealedBeforeTheOneThatComesFirst() {
        // Given
        Instant due = Instant.parse(NOON).plus(Duration.ofHours(12));
        TestLedger ledger = new TestLedger("ordered", "UTC");
        ledger.book("ann", "stars", 9, "2011-11-01T10:00:00Z")
                .book("ann", "stars", 9, "2011-10-25T10:00:00Z");
        publish("ordered", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(ledger.entries().subList(0, 1));
        clock.set(Instant.parse(NOON).plus(Duration.ofHours(1)));
        book(ledger.entries().subList(1, 2));
        clock.set(due);

        // When
        int tooEarly = sealing.run("ordered", due);
        Optional<Instant> overdue = sealing.dueSince("ordered");
        int inTime = sealing.run("ordered", due.plus(Duration.ofHours(1)));

        // Then
        assertThat(tooEarly).isZero();
        assertThat(overdue).isEmpty();
        assertThat(inTime).isEqualTo(2);
        assertThat(history("ordered", "ann"))
                .containsExactly("2011-W44 silver/1 1 gold", "2011-W43 bronze/1 1 silver");
    }

    @AfterEach
    void setClockBack() {
        clock.set(Instant.parse(NOON));
    }

    /** Week 44 comes to light when week 45 is open, and so is no part of any league. */
    @Test
    void aWeekBeforeTheOneThatIsOpenMovesNobody() {
        // Given
        TestLedger ledger = new TestLedger("before", "UTC");
        ledger.book("ann", "stars", 9, "2011-11-08T10:00:00Z")
                .book("bob", "stars", 9, "2011-11-01T10:00:00Z");
        publish("before", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(ledger.entries().subList(0, 1));
        assertThat(open("before", "2011-W45")).isTrue();
        book(ledger.entries().subList(1, 2));

        // When
        int sealed = sealing.run("before", LATER_THIS_WEEK);

        // Then
        assertThat(sealed).isEqualTo(2);
        assertThat(history("before", "bob")).isEmpty();
        assertThat(history("before", "ann")).containsExactly("2011-W45 bronze/1 1 silver");
        assertThat(differences("before")).isEmpty();
    }

    @Test
    void aBoardThatComparesSomethingElseGivesItsLeagueUpAndOpensAnother() {
        // Given
        publish("other", "UTC", List.of(board(METALS, 3, 1, 1)));
        book(
                new TestLedger("other", "UTC")
                        .book("ann", "stars", 9, "2011-11-14T10:00:00Z")
                        .book("bob", "gems", 9, "2011-11-14T10:00:00Z")
                        .entries());
        awaitOpen("other", "2011-W46");
        Map<String, Object> gems = new HashMap<>(board(METALS, 3, 1, 1));
        gems.put("of", "gems");

        // When
        publish("other", "UTC", 2, Instant.EPOCH, List.of(gems));

        // Then
        await().until(() -> !member("other", "bob", "2011-W46").get("group").isNull());
        assertThat(member("other", "ann", "2011-W46").get("group").isNull()).isTrue();
        assertThat(differences("other")).isEmpty();
    }

    @Test
    void theDatabaseItselfKeepsSeatsAndFinishes() {
        for (String change :
                List.of(
                        "UPDATE seat SET level = 1",
                        "DELETE FROM seat",
                        "UPDATE finish SET level_after = 2",
                        "DELETE FROM finish")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private boolean open(String program, String period) {
        Board board = boards.of(program).orElseThrow().boards().getFirst();
        return leagues.open(
                program, board, board.period(period).orElseThrow(), Instant.parse(NOON));
    }

    private void awaitOpen(String program, String period) {
        await().until(() ->
                api().get(path(program) + "/leagues?period=" + period).get("open").asBoolean());
    }

    private Map<String, String> groups(String program) {
        Map<String, String> groups = new TreeMap<>();
        for (JsonNode division :
                api().get(path(program) + "/leagues?period=2011-W46").get("divisions")) {
            String name = division.get("division").asString();
            for (int group = 1; group <= division.get("groups").asInt(); group++) {
                String path = "/leagues/" + name + "/groups/" + group + "?period=2011-W46";
                for (JsonNode item : api().get(path(program) + path).get("items")) {
                    String other = groups.put(item.get("member").asString(), name + "/" + group);
                    assertThat(other).isNull();
                }
            }
        }
        return groups;
    }

    private static List<Integer> sizes(Map<String, String> groups) {
        Map<String, Integer> sizes = new HashMap<>();
        groups.values().forEach(group -> sizes.merge(group, 1, Integer::sum));
        return List.copyOf(sizes.values());
    }

    private static Set<String> members(List<LedgerEntry> entries) {
        Set<String> members = new HashSet<>();
        entries.forEach(entry -> members.add(entry.member()));
        return members;
    }

    private JsonNode member(String program, String member, String period) {
        return api().get(path(program) + "/members/" + member + "/league?period=" + period);
    }

    private List<String> history(String program, String member) {
        return api().get(path(program) + "/members/" + member + "/league/history?limit=500")
                .get("items")
                .valueStream()
                .map(each ->
                        "%s %s/%d %d %s"
                                .formatted(
                                        each.get("period").asString(),
                                        each.get("division").asString(),
                                        each.get("group").asInt(),
                                        each.get("rank").asInt(),
                                        each.get("next").asString()))
                .toList();
    }

    private List<String> differences(String program) {
        return api().get("/v1/programs/" + program + "/leaderboard-verification")
                .get("examples")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String path(String program) {
        return "/v1/programs/" + program + "/leaderboards/weekly";
    }
}
