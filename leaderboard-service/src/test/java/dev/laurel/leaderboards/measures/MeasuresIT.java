package dev.laurel.leaderboards.measures;

import static dev.laurel.contracts.decisions.BadgeEffect.Change.ISSUED;
import static dev.laurel.contracts.decisions.BadgeEffect.Change.REVOKED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestDecisions;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.topics.RecordCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;

/** Boards over metrics, streaks and badges. The service's clock stands at noon of 2011-11-15. */
class MeasuresIT extends RunningLeaderboardService {

    private static final Map<String, Object> SPEND = Map.of("metric", "spend");

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of(
                            "id",
                            "monthly",
                            "of",
                            SPEND,
                            "period",
                            "month",
                            "seal",
                            Map.of("after", "PT48H")),
                    Map.of("id", "ever", "of", SPEND),
                    Map.of("id", "current", "of", Map.of("streak", "daily")),
                    Map.of("id", "longest", "of", Map.of("streak", "daily", "length", "longest")),
                    Map.of("id", "badges", "of", Map.of("badges", "held")),
                    Map.of("id", "new-badges", "of", Map.of("badges", "held"), "period", "month"));

    @Autowired
    @Qualifier("decisions")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> intake;

    @Autowired private Measures measures;
    @Autowired private Sealing sealing;

    @AfterEach
    void setClockBack() {
        clock.set(Instant.parse(NOON));
    }

    @Test
    void ranksByWhatAMetricSaysOfTheDaysOfAPeriodAndOfAll() {
        // Given
        publish("metric", "Europe/London", BOARDS);
        TestDecisions decisions = new TestDecisions("metric", "Europe/London");

        // When
        decide(
                decisions
                        .measured("ann", "spend", "12.5", "112.5", "2011-11-03T10:00:00Z")
                        .measured("bob", "spend", "12.25", "12.25", "2011-11-03T09:00:00Z")
                        .measured("bob", "spend", "0.25", "12.5", "2011-11-04T11:00:00Z")
                        .made());

        // Then
        assertThat(rows("metric", "monthly"))
                .containsExactly("1 ann 12.5", "2 bob 12.5"); // who reached it first
        assertThat(rows("metric", "ever")).containsExactly("1 ann 112.5", "2 bob 12.5");
        assertThat(api().get("/v1/programs/metric/leaderboards").at("/items/0/of").asString())
                .isEqualTo("metric:spend");
        assertThat(api().get("/v1/programs/metric/members/ann/ranks").at("/ranks/1/score"))
                .hasToString("112.5");
    }

    @Test
    void whatIsUndoneLowersTheScoreOfTheDayOnWhichItHappened() {
        // Given
        publish("undone", "UTC", BOARDS);

        // When
        decide(
                new TestDecisions("undone", "UTC")
                        .measured("ann", "spend", "30", "30", "2011-10-31T10:00:00Z")
                        .measured("ann", "spend", "20", "50", "2011-11-03T10:00:00Z")
                        .measured("bob", "spend", "25", "25", "2011-11-03T10:00:00Z")
                        .undone("ann", "spend", "2011-11-03", "5.5", "35.5", "2011-11-14T10:00:00Z")
                        .undone("ann", "spend", "2011-10-31", "0", "5.5", "2011-11-14T11:00:00Z")
                        .made());

        // Then
        assertThat(rows("undone", "monthly")).containsExactly("1 bob 25", "2 ann 5.5");
        assertThat(rows("undone", "monthly?period=2011-10")).containsExactly("1 ann 0");
        assertThat(rows("undone", "ever")).containsExactly("1 bob 25", "2 ann 5.5");
    }

    @Test
    void aMetricThatBeginsAnewTakesItsDaysFromBoards() {
        // Given
        publish("anew", "UTC", BOARDS);

        // When
        decide(
                new TestDecisions("anew", "UTC")
                        .measured("ann", "spend", "30", "30", "2011-11-02T10:00:00Z")
                        .measured("bob", "spend", "9", "9", "2011-11-02T10:00:00Z")
                        .begunAnew("ann", "spend", "7", "2011-11-10T10:00:00Z")
                        .made());

        // Then
        assertThat(rows("anew", "monthly")).containsExactly("1 bob 9", "2 ann 7");
        assertThat(rows("anew", "ever")).containsExactly("1 bob 9", "2 ann 7");
    }

    @Test
    void aMetricThatBeginsAnewWithoutAnEventThatCountsTakesItsDaysAndBringsNobodyToTheBoard() {
        // Given
        publish("anew-alone", "UTC", BOARDS);

        // When
        decide(
                new TestDecisions("anew-alone", "UTC")
                        .measured("ann", "spend", "30", "30", "2011-11-02T10:00:00Z")
                        .begunAnew("ann", "spend", "2011-11-10T10:00:00Z")
                        .begunAnew("bob", "spend", "2011-11-10T10:00:00Z")
                        .made());

        // Then
        assertThat(rows("anew-alone", "monthly")).containsExactly("1 ann 0");
        assertThat(rows("anew-alone", "ever")).containsExactly("1 ann 0");
    }

    @Test
    void aBoardThatIsAddedLaterHasWhatWasSaidBefore() {
        // Given
        decide(
                new TestDecisions("said-later", "UTC")
                        .measured("ann", "spend", "30", "130", "2011-11-02T10:00:00Z")
                        .streak(
                                "bob",
                                3,
                                5,
                                "2011-11-15",
                                "2011-11-17T00:00:00Z",
                                "2011-11-15T10:00:00Z")
                        .badge("bob", "hare", ISSUED, "2011-11-15T10:00:00Z")
                        .made());

        // When
        publish("said-later", "UTC", BOARDS);

        // Then
        assertThat(rows("said-later", "ever")).containsExactly("1 ann 130");
        assertThat(rows("said-later", "monthly")).containsExactly("1 ann 30");
        assertThat(rows("said-later", "current")).containsExactly("1 bob 3");
        assertThat(rows("said-later", "longest")).containsExactly("1 bob 5");
        assertThat(rows("said-later", "badges")).containsExactly("1 bob 1");
    }

    @ParameterizedTest
    @CsvSource({
        "2011-11-16T23:59:59Z, true",
        "2011-11-17T00:00:00Z, false",
        "2011-11-17T00:00:01Z, false"
    })
    void aStreakLeavesTheBoardWhenItEndsAndItsLongestRunStays(String now, boolean goesOn) {
        // Given
        String program = "ends-" + Instant.parse(now).getEpochSecond();
        publish(program, "UTC", BOARDS);
        decide(
                new TestDecisions(program, "UTC")
                        .streak("ann", 4, 4, "2011-11-15", "2011-11-17T00:00:00Z", NOON)
                        .streak("bob", 2, 9, "2011-11-15", "2011-11-18T00:00:00Z", NOON)
                        .made());

        // When
        clock.set(Instant.parse(now));
        measures.endLapsed();

        // Then
        assertThat(rows(program, "current"))
                .isEqualTo(goesOn ? List.of("1 ann 4", "2 bob 2") : List.of("1 bob 2"));
        assertThat(rows(program, "longest")).containsExactly("1 bob 9", "2 ann 4");
    }

    @Test
    void aStreakThatEndedGoesOnWhereALateEventFillsTheGap() {
        // Given
        publish("revived", "UTC", BOARDS);
        TestDecisions decisions =
                new TestDecisions("revived", "UTC")
                        .streak("ann", 4, 4, "2011-11-12", "2011-11-14T00:00:00Z", NOON);
        decide(decisions.made());
        assertThat(rows("revived", "current")).isEmpty();

        // When
        decisions.streak("ann", 6, 6, "2011-11-15", "2011-11-17T00:00:00Z", NOON);
        decide(decisions.made().subList(1, 2));

        // Then
        assertThat(rows("revived", "current")).containsExactly("1 ann 6");
    }

    @Test
    void aStreakThatIsTakenBackRanksAsIfItHadNotBeen() {
        // Given
        publish("shorter", "UTC", BOARDS);

        // When
        decide(
                new TestDecisions("shorter", "UTC")
                        .streak("zoe", 4, 4, "2011-11-15", "2011-11-17T00:00:00Z", NOON)
                        .streak("bob", 3, 3, "2011-11-15", "2011-11-17T00:00:00Z", NOON)
                        .streak("cat", 3, 3, "2011-11-15", "2011-11-17T00:00:00Z", NOON)
                        .streak("zoe", 3, 3, "2011-11-14", "2011-11-16T00:00:00Z", NOON)
                        .noStreak("cat", NOON)
                        .made());

        // Then: hers was there a day earlier
        assertThat(rows("shorter", "current")).containsExactly("1 zoe 3", "2 bob 3");
        assertThat(rows("shorter", "longest")).containsExactly("1 bob 3", "2 zoe 3"); // by id
    }

    @Test
    void aStreakEndsOnceHoweverManyInstancesLook() throws Exception {
        // Given
        publish("once", "UTC", BOARDS);
        TestDecisions decisions = new TestDecisions("once", "UTC");
        for (int i = 0; i < 50; i++) {
            decisions.streak("m" + i, 1 + i % 7, 9, "2011-11-15", "2011-11-17T00:00:00Z", NOON);
        }
        decide(decisions.made());
        clock.set(Instant.parse("2011-11-17T00:00:00Z"));

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                all.add(instances.submit(measures::endLapsed));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        assertThat(rows("once", "current")).isEmpty();
        assertThat(rows("once", "longest")).hasSize(50);
        assertNothingDiffers("once");
    }

    @Test
    void countsBadgesThatAreHeldOnTheDaysOnWhichTheyCame() {
        // Given
        publish("badges", "UTC", BOARDS);

        // When
        decide(
                new TestDecisions("badges", "UTC")
                        .badge("ann", "hare", ISSUED, "2011-10-03T10:00:00Z")
                        .badge("ann", "fox", ISSUED, "2011-11-03T10:00:00Z")
                        .badge("ann", "owl", ISSUED, "2011-11-04T10:00:00Z")
                        .badge("bob", "hare", ISSUED, "2011-11-03T11:00:00Z")
                        .badge("bob", "owl", ISSUED, "2011-11-03T11:00:00Z")
                        .badge("ann", "owl", REVOKED, "2011-11-05T10:00:00Z")
                        .badge("ann", "owl", REVOKED, "2011-11-06T10:00:00Z")
                        .made());

        // Then
        assertThat(rows("badges", "badges")).containsExactly("1 bob 2", "2 ann 2");
        assertThat(rows("badges", "new-badges")).containsExactly("1 bob 2", "2 ann 1");
        assertThat(rows("badges", "new-badges?period=2011-10")).containsExactly("1 ann 1");
    }

    @Test
    void whatComesAfterTheSealIsACorrection() {
        // Given
        publish("sealed", "UTC", BOARDS);
        TestDecisions decisions =
                new TestDecisions("sealed", "UTC")
                        .measured("ann", "spend", "30.75", "30.75", "2011-10-03T10:00:00Z");
        decide(decisions.made());
        assertThat(sealing.run("sealed", Instant.parse("2011-11-20T00:00:00Z"))).isEqualTo(1);

        // When
        decisions.undone("ann", "spend", "2011-10-03", "10.5", "10.5", "2011-11-14T10:00:00Z");
        decide(decisions.made().subList(1, 2));

        // Then
        String seal = "/v1/programs/sealed/leaderboards/monthly/seals/2011-10";
        assertThat(api().get(seal).get("of").asString()).isEqualTo("metric:spend");
        assertThat(api().get(seal + "/places").at("/items/0/score")).hasToString("30.75");
        JsonNode correction = api().get(seal + "/corrections").at("/items/0");
        assertThat(correction.get("points")).hasToString("-20.25");
        assertThat(correction.get("cause").asString()).isEqualTo("metric:spend");
        assertThat(correction.get("decision").asString())
                .isEqualTo(decisions.made().get(1).id().toString());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsSaidLastStandsHoweverOftenAndInWhateverBatchesItComes(long seed) throws Exception {
        // Given
        String program = "again-" + seed;
        publish(program, "UTC", BOARDS);
        Random random = new Random(seed);
        List<Decision> made = new ArrayList<>();
        TestDecisions decisions = new TestDecisions(program, "UTC");
        Map<String, Map<Integer, Integer>> oracle = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            String member = "m" + random.nextInt(12);
            int day = 1 + random.nextInt(14);
            int value = random.nextInt(100);
            Map<Integer, Integer> days = oracle.computeIfAbsent(member, _ -> new HashMap<>());
            days.put(day, value);
            int all = days.values().stream().mapToInt(Integer::intValue).sum();
            decisions.measured(
                    member, "spend", "" + value, "" + all, "2011-11-%02dT10:00:00Z".formatted(day));
        }
        made.addAll(decisions.made());
        List<ConsumerRecord<byte[], byte[]>> records = records(made);

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = new ArrayList<>();
            for (int instance = 0; instance < 3; instance++) {
                int batch = 17 + 11 * instance;
                all.add(instances.submit(() -> deliver(records, batch)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        deliver(records.subList(100, 300), 50);

        // Then
        Map<String, Integer> expected = new TreeMap<>();
        oracle.forEach((member, days) ->
                expected.put(member, days.values().stream().mapToInt(Integer::intValue).sum()));
        assertThat(scores(program, "monthly")).isEqualTo(expected);
        assertThat(scores(program, "ever")).isEqualTo(expected);
        assertNothingDiffers(program);
    }

    private Map<String, Integer> scores(String program, String board) {
        Map<String, Integer> scores = new TreeMap<>();
        api().get("/v1/programs/" + program + "/leaderboards/" + board)
                .get("items")
                .forEach(row -> scores.put(row.get("member").asString(), row.get("score").asInt()));
        return scores;
    }

    private void assertNothingDiffers(String program) {
        assertThat(
                        api().get("/v1/programs/" + program + "/leaderboard-verification")
                                .get("differences")
                                .asInt())
                .isZero();
    }

    private void deliver(List<ConsumerRecord<byte[], byte[]>> records, int batch) {
        for (int from = 0; from < records.size(); from += batch) {
            intake.accept(records.subList(from, Math.min(records.size(), from + batch)));
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(List<Decision> decisions) {
        RecordCodec codec = new RecordCodec();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Decision each : decisions) {
            byte[] key = (each.program() + "/" + each.member()).getBytes(UTF_8);
            records.add(
                    new ConsumerRecord<>(
                            Topics.DECISIONS.name(), 0, records.size(), key, codec.write(each)));
        }
        return records;
    }

    /** {@code rank member score}. */
    private List<String> rows(String program, String board) {
        List<String> rows = new ArrayList<>();
        api().get("/v1/programs/" + program + "/leaderboards/" + board)
                .get("items")
                .forEach(row ->
                        rows.add(
                                row.get("rank").asString()
                                        + " "
                                        + row.get("member").asString()
                                        + " "
                                        + new BigDecimal(row.get("score").asString())));
        return rows;
    }
}
