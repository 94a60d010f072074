package dev.laurel.leaderboards.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Boards against a sorted list. */
class StandingsIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of("id", "ever", "of", "stars", "period", "all-time"),
                    Map.of("id", "monthly", "of", "stars", "period", "month"),
                    Map.of("id", "best", "of", "stars", "period", "all-time", "top", 5),
                    Map.of("id", "daily", "of", "stars", "period", "day"),
                    Map.of("id", "weekly", "of", "stars", "period", "week"),
                    Map.of("id", "quarterly", "of", "stars", "period", "quarter"),
                    Map.of("id", "yearly", "of", "stars", "period", "year"),
                    Map.of("id", "level", "of", "stars", "ties", "shared"));

    private static final Predicate<LedgerEntry> STARS = entry -> entry.wallet().equals("stars");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void boardsAreWhatASortedListSays(long seed) {
        // Given
        String program = "sorted-" + seed;
        List<LedgerEntry> entries = randomLedger(program, new Random(seed));
        publish(program, "UTC", BOARDS);

        // When
        book(withRedelivery(entries, new Random(seed)));

        // Then
        List<Standing> ever = Oracle.standings(entries, STARS);
        assertThat(board(program, "ever", "?limit=7")).isEqualTo(ever);
        assertThat(board(program, "best", "?limit=3")).isEqualTo(ever.subList(0, 5));
        for (int month = 9; month <= 11; month++) {
            String period = "2011-%02d".formatted(month);
            assertThat(board(program, "monthly", "?limit=500&period=" + period))
                    .as(period)
                    .isEqualTo(Oracle.standings(entries, STARS.and(in(period))));
        }
        assertThat(board(program, "daily", "?limit=500&period=2011-10-05"))
                .isEqualTo(Oracle.standings(entries, STARS.and(in("2011-10-05"))));
        // 2011-10-03 was a Monday.
        assertThat(board(program, "weekly", "?limit=500&period=2011-W40"))
                .isNotEmpty()
                .isEqualTo(
                        Oracle.standings(entries, STARS.and(between("2011-10-03", "2011-10-09"))));
        assertThat(board(program, "quarterly", "?limit=500&period=2011-Q4"))
                .isEqualTo(
                        Oracle.standings(entries, STARS.and(between("2011-10-01", "2011-12-31"))));
        assertThat(board(program, "yearly", "?limit=500&period=2011")).isEqualTo(ever);
        List<Standing> level = Oracle.shared(entries, STARS);
        assertThat(level.stream().map(Standing::rank).distinct().count()).isLessThan(level.size());
        assertThat(board(program, "level", "?limit=7")).isEqualTo(level);
        for (int from : List.of(2, 9, 30)) {
            assertThat(board(program, "ever", "?limit=8&from=" + from))
                    .isEqualTo(ever.subList(from - 1, ever.size()));
            assertThat(board(program, "level", "?limit=8&from=" + from))
                    .isEqualTo(level.subList(from - 1, level.size()));
        }
        for (Standing each : level) {
            assertThat(around(program, "level", each.member(), 1)).contains(each);
        }
        for (Standing each : ever) {
            assertThat(around(program, "ever", each.member(), 2))
                    .isEqualTo(
                            ever.subList(
                                    (int) Math.max(0, each.rank() - 3),
                                    (int) Math.min(ever.size(), each.rank() + 2)));
        }
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        // Given
        List<LedgerEntry> entries = randomLedger("arrival", new Random(4));
        List<LedgerEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(4));
        TestLedger other = new TestLedger("arrival-other", "UTC");
        shuffled.forEach(
                entry -> other.book(entry.member(), entry.wallet(), entry.points(), entry.time()));
        publish("arrival", "UTC", BOARDS);
        publish("arrival-other", "UTC", BOARDS);

        // When
        book(entries);
        book(other.entries());

        // Then
        assertThat(board("arrival-other", "ever", "?limit=500"))
                .isEqualTo(board("arrival", "ever", "?limit=500"));
    }

    @Test
    void aBoardThatIsAddedLaterIsRightAtOnce() {
        // Given
        book(
                new TestLedger("later", "UTC")
                        .book("ann", "stars", 5, "2011-11-03T10:00:00Z")
                        .entries());

        // When
        publish("later", "UTC", BOARDS);

        // Then
        List<Standing> expected =
                List.of(new Standing(1, "ann", 5, Instant.parse("2011-11-03T10:00:00Z")));
        assertThat(board("later", "monthly", "?period=2011-11")).isEqualTo(expected);
        assertThat(board("later", "daily", "?period=2011-11-03")).isEqualTo(expected);
        assertThat(board("later", "weekly", "?period=2011-W44")).isEqualTo(expected);
        assertThat(board("later", "ever", "?limit=5")).isEqualTo(expected);
    }

    /** Few values, so that there are ties of every kind; a third of it is taken back. */
    private static List<LedgerEntry> randomLedger(String program, Random random) {
        TestLedger ledger = new TestLedger(program, "UTC");
        Instant start = Instant.parse("2011-09-01T00:00:00Z");
        for (int i = 0; i < 600; i++) {
            ledger.book(
                    "m" + random.nextInt(60),
                    random.nextInt(5) == 0 ? "sparks" : "stars",
                    random.nextInt(3) == 0 ? -random.nextInt(1, 4) : random.nextInt(1, 4),
                    start.plusSeconds(random.nextInt(91) * 86_400L + random.nextInt(3)));
        }
        for (String neverGot : List.of("debtor-1", "debtor-2")) {
            ledger.book(neverGot, "stars", -1, start);
        }
        return ledger.entries();
    }

    /** Now and then some of the last records come once more, as after a crash. */
    private static List<LedgerEntry> withRedelivery(List<LedgerEntry> entries, Random random) {
        List<LedgerEntry> sent = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            sent.add(entries.get(i));
            if (random.nextInt(20) == 0) {
                sent.addAll(entries.subList(Math.max(0, i - random.nextInt(30)), i + 1));
            }
        }
        return sent;
    }

    private static Predicate<LedgerEntry> in(String period) {
        return entry -> entry.localDate().toString().startsWith(period);
    }

    private static Predicate<LedgerEntry> between(String first, String last) {
        return entry ->
                !entry.localDate().isBefore(LocalDate.parse(first))
                        && !entry.localDate().isAfter(LocalDate.parse(last));
    }

    private List<Standing> board(String program, String board, String query) {
        String path = "/v1/programs/%s/leaderboards/%s%s".formatted(program, board, query);
        List<Standing> all = new ArrayList<>();
        JsonNode page = api().get(path);
        all.addAll(standings(page.get("items")));
        while (!page.get("next").isNull()) {
            page = api().get(path + "&cursor=" + page.get("next").asString());
            all.addAll(standings(page.get("items")));
        }
        return all;
    }

    private List<Standing> around(String program, String board, String member, int neighbours) {
        return standings(
                api().get(
                                "/v1/programs/%s/leaderboards/%s/members/%s?around=%d"
                                        .formatted(program, board, member, neighbours))
                        .get("around"));
    }

    private static List<Standing> standings(JsonNode items) {
        List<Standing> standings = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode reachedAt = item.get("reachedAt");
            standings.add(
                    new Standing(
                            item.get("rank").asLong(),
                            item.get("member").asString(),
                            item.get("score").asLong(),
                            reachedAt.isNull() ? null : Instant.parse(reachedAt.asString())));
        }
        return standings;
    }
}
