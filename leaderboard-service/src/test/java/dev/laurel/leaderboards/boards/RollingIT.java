package dev.laurel.leaderboards.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestDecisions;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.scores.Keeping;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Boards of the last days. The service's clock stands at noon of 2011-11-15. */
class RollingIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of("id", "week", "of", "stars", "period", Map.of("rolling", "P1W")),
                    Map.of(
                            "id",
                            "vips",
                            "of",
                            "stars",
                            "period",
                            Map.of("rolling", "P3D"),
                            "audience",
                            Map.of("segment", "vip")),
                    Map.of(
                            "id",
                            "spend",
                            "of",
                            Map.of("metric", "spend"),
                            "period",
                            Map.of("rolling", "P2D")));

    @Autowired private Keeping keeping;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void setClockBack() {
        clock.set(Instant.parse(NOON));
    }

    /** In Auckland days begin at 11:00 UTC then, and on 2011-09-25 clocks went forward. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2011-11-15T10:59:59Z, 5",
        "Pacific/Auckland, 2011-11-15T11:00:00Z, 0",
        "Pacific/Auckland, 2011-11-15T11:00:01Z, 0",
        "Europe/London, 2011-11-15T11:00:00Z, 5",
        "Europe/London, 2011-11-15T23:59:59Z, 5",
        "Europe/London, 2011-11-16T00:00:00Z, 0"
    })
    void aDayLeavesAtMidnightOfTheProgramsZone(String zone, String now, int score) {
        // Given: points of the ninth, which are a week old on the sixteenth
        String program = "midnight-" + (zone + now).hashCode();
        program = program.replace("--", "-");
        clock.set(Instant.parse("2011-11-15T00:00:00Z"));
        publish(program, zone, BOARDS);
        book(
                new TestLedger(program, zone)
                        .book("ann", "stars", 5, "2011-11-09T05:00:00Z")
                        .entries());

        // When
        clock.set(Instant.parse(now));

        // Then: nobody but the request itself has looked at the clock
        assertThat(scores(program, "week"))
                .isEqualTo(score == 0 ? Map.of() : Map.of("ann", (long) score));
    }

    @ParameterizedTest
    @CsvSource({
        "1, Europe/London",
        "2, Europe/London",
        "3, America/Sao_Paulo",
        "4, Pacific/Auckland"
    })
    void isTheSumOfTheLastDaysWhateverComesWhen(long seed, String zone) {
        // Given: weeks in which clocks change in London and in Sao Paulo, there at midnight
        String program = "sums-" + seed;
        Random random = new Random(seed);
        Instant start = Instant.parse("2011-10-10T12:00:00Z");
        clock.set(start);
        publish(program, zone, BOARDS);
        TestLedger ledger = new TestLedger(program, zone);
        int booked = 0;

        for (int step = 0; step < 14; step++) {
            // When: some hours or days go by, and events come late, or ahead of time
            clock.set(clock.instant().plusSeconds(3600L * (1 + random.nextInt(60))));
            for (int i = random.nextInt(12); i > 0; i--) {
                Instant time = clock.instant().plusSeconds(3600L * (random.nextInt(260) - 230));
                ledger.book("m" + random.nextInt(6), "stars", random.nextInt(-3, 9), time);
            }
            List<LedgerEntry> entries = ledger.entries();
            book(entries.subList(booked, entries.size()));
            booked = entries.size();

            // Then
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
            assertThat(scores(program, "week")).isEqualTo(sums(entries, today, 7));
            assertNothingDiffers(program);
        }
    }

    @Test
    void rollsOnceHoweverManyInstancesLookAndPostingsComeInMeanwhile() throws Exception {
        // Given
        publish("rolling-race", "UTC", BOARDS);
        TestLedger ledger = new TestLedger("rolling-race", "UTC");
        Random random = new Random(9);
        for (int i = 0; i < 600; i++) {
            ledger.book(
                    "m" + random.nextInt(30),
                    "stars",
                    1 + random.nextInt(9),
                    Instant.parse("2011-11-08T00:00:00Z").plusSeconds(1_400L * i));
        }
        book(ledger.entries().subList(0, 300));
        scores("rolling-race", "week");

        // When
        LocalDate today = LocalDate.parse("2011-11-17");
        clock.set(Instant.parse("2011-11-17T00:00:00Z"));
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            all.add(instances.submit(() -> book(ledger.entries().subList(300, 600))));
            for (int instance = 0; instance < 3; instance++) {
                all.add(
                        instances.submit(() -> {
                            keeping.roll("rolling-race", today.minusDays(1), clock.instant());
                            keeping.roll("rolling-race", today, clock.instant());
                        }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        assertThat(scores("rolling-race", "week")).isEqualTo(sums(ledger.entries(), today, 7));
        assertNothingDiffers("rolling-race");
    }

    @Test
    void whoDiesWhileRollingLeavesYesterdaysBoardAndTheNextOneRolls() {
        // Given
        publish("rolling-dies", "UTC", BOARDS);
        TestLedger ledger =
                new TestLedger("rolling-dies", "UTC")
                        .book("ann", "stars", 5, "2011-11-09T10:00:00Z")
                        .book("bob", "stars", 3, "2011-11-12T10:00:00Z");
        book(ledger.entries());
        assertThat(scores("rolling-dies", "week")).containsOnlyKeys("ann", "bob");
        LocalDate tomorrow = LocalDate.parse("2011-11-16");

        // When
        assertThatThrownBy(() ->
                        transactions.executeWithoutResult(_ -> {
                            keeping.roll("rolling-dies", tomorrow, clock.instant());
                            throw new IllegalStateException("died");
                        }))
                .hasMessage("died");

        // Then
        assertThat(scores("rolling-dies", "week")).containsOnlyKeys("ann", "bob");
        assertNothingDiffers("rolling-dies");
        keeping.roll("rolling-dies", tomorrow, clock.instant());
        assertThat(
                        jdbc.sql("SELECT today FROM rolled WHERE program = 'rolling-dies'")
                                .query(LocalDate.class)
                                .single())
                .isEqualTo(tomorrow);
        clock.set(Instant.parse("2011-11-16T00:00:00Z"));
        assertThat(scores("rolling-dies", "week")).containsOnlyKeys("bob");
    }

    @Test
    void aBoardThatIsAddedLaterHasTheDaysThatWereThereAndAudiencesMove() {
        // Given
        book(
                new TestLedger("rolling-added", "UTC")
                        .book("ann", "stars", 5, "2011-11-14T10:00:00Z")
                        .book("bob", "stars", 3, "2011-11-14T10:00:00Z")
                        .book("bob", "stars", 4, "2011-11-10T10:00:00Z")
                        .entries());
        decide(
                new TestDecisions("rolling-added", "UTC")
                        .measured("ann", "spend", "1.5", "10", "2011-11-14T10:00:00Z")
                        .measured("ann", "spend", "2.25", "12.25", "2011-11-15T10:00:00Z")
                        .measured("bob", "spend", "9", "9", "2011-11-13T10:00:00Z")
                        .made());
        publish("rolling-added", "UTC", BOARDS);
        assertThat(scores("rolling-added", "week")).isEqualTo(Map.of("ann", 5L, "bob", 7L));
        assertThat(scores("rolling-added", "vips")).isEmpty();
        assertThat(api().get("/v1/programs/rolling-added/leaderboards/spend").at("/items/0/score"))
                .hasToString("3.75");

        // When
        tell(List.of(vip("rolling-added", "bob")));

        // Then
        assertThat(scores("rolling-added", "vips")).isEqualTo(Map.of("bob", 3L));
        clock.set(Instant.parse("2011-11-16T00:00:00Z"));
        assertThat(scores("rolling-added", "vips")).isEqualTo(Map.of("bob", 3L));
        clock.set(Instant.parse("2011-11-17T00:00:00Z"));
        assertThat(scores("rolling-added", "vips")).isEmpty();
        assertThat(scores("rolling-added", "spend")).isEmpty();
        assertNothingDiffers("rolling-added");
    }

    @Test
    void saysWhatItIs() {
        // Given
        publish("rolling-says", "UTC", BOARDS);
        book(
                new TestLedger("rolling-says", "UTC")
                        .book("ann", "stars", 5, "2011-11-14T10:00:00Z")
                        .entries());

        // Then
        var board = api().get("/v1/programs/rolling-says/leaderboards").at("/items/0");
        assertThat(board.get("period").asString()).isEqualTo("rolling");
        assertThat(board.get("current").asString()).isEqualTo("P7D");
        assertThat(
                        api().get("/v1/programs/rolling-says/leaderboards/week?period=P7D")
                                .get("state")
                                .asString())
                .isEqualTo("live");
        assertThat(
                        api().get("/v1/programs/rolling-says/members/ann/ranks")
                                .at("/ranks/0/rank")
                                .asInt())
                .isEqualTo(1);
    }

    private static MemberAttributes vip(String program, String member) {
        return new MemberAttributes(
                program,
                member,
                1,
                null,
                null,
                List.of("vip"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Instant.EPOCH);
    }

    private static Map<String, Long> sums(List<LedgerEntry> entries, LocalDate today, int days) {
        Map<String, Long> sums = new TreeMap<>();
        for (LedgerEntry each : entries) {
            LocalDate day = each.localDate();
            boolean within = !day.isAfter(today) && day.isAfter(today.minusDays(days));
            if (within && each.issued() != 0) {
                sums.merge(each.member(), each.issued(), Long::sum);
            }
        }
        return sums;
    }

    private Map<String, Long> scores(String program, String board) {
        Map<String, Long> scores = new TreeMap<>();
        api().get("/v1/programs/" + program + "/leaderboards/" + board)
                .get("items")
                .forEach(
                        row -> scores.put(row.get("member").asString(), row.get("score").asLong()));
        return scores;
    }

    private void assertNothingDiffers(String program) {
        assertThat(
                        api().get("/v1/programs/" + program + "/leaderboard-verification")
                                .get("differences")
                                .asInt())
                .isZero();
    }
}
