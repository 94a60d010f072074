package dev.laurel.leaderboards.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.servicetesting.ApiProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the boards answer over HTTP. */
class BoardsIT extends RunningLeaderboardService {

    private static final String AUCKLAND = "Pacific/Auckland";

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of("id", "ever", "of", "stars", "period", "all-time", "top", 2),
                    Map.of("id", "monthly", "of", "stars", "period", "month"),
                    Map.of("id", "future", "of", "stars", "period", "season"));

    @AfterEach
    void setClockBack() {
        clock.set(Instant.parse(NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-11-30T10:59:59Z, 2011-11, ann",
        "2011-11-30T11:00:00Z, 2011-12, bob",
        "2011-11-30T11:00:01Z, 2011-12, bob"
    })
    void theMonthThatIsGoingOnIsThatOfTheProgramsZone(String now, String month, String first) {
        // Given
        String program = "zone-" + Instant.parse(now).getEpochSecond();
        publish(program, AUCKLAND, BOARDS);
        book(
                new TestLedger(program, AUCKLAND)
                        .book("ann", "stars", 5, "2011-11-30T10:59:59Z")
                        .book("bob", "stars", 5, "2011-11-30T11:00:00Z")
                        .entries());

        // When
        clock.set(Instant.parse(now));
        JsonNode board = api().get("/v1/programs/" + program + "/leaderboards/monthly");

        // Then
        assertThat(board.get("period").asString()).isEqualTo(month);
        assertThat(board.at("/items/0/member").asString()).isEqualTo(first);
        assertThat(board.get("items").size()).isEqualTo(1);
    }

    @Test
    void listsTheBoardsThatItUnderstands() {
        // Given
        publish("listed", "UTC", BOARDS);

        // When
        JsonNode items = api().get("/v1/programs/listed/leaderboards").get("items");

        // Then
        assertThat(items.toString())
                .isEqualTo(
                        """
                        [{"id":"ever","of":"stars","period":"all-time","by":"member","ties":"first-to-reach","top":2,"sealAfter":null,"current":"all-time","prizes":[],"leagues":null},\
                        {"id":"monthly","of":"stars","period":"month","by":"member","ties":"first-to-reach","top":null,"sealAfter":null,"current":"2011-11","prizes":[],"leagues":null}]\
                        """);
    }

    @Test
    void showsNoMoreThanTheTopButRanksEverybody() {
        // Given
        publish("top", "UTC", BOARDS);
        book(
                new TestLedger("top", "UTC")
                        .book("ann", "stars", 5, "2011-11-03T10:00:00Z")
                        .book("bob", "stars", 4, "2011-11-03T10:00:00Z")
                        .book("cid", "stars", 3, "2011-11-03T10:00:00Z")
                        .entries());

        // When
        JsonNode first = api().get("/v1/programs/top/leaderboards/ever?limit=1");
        JsonNode second =
                api().get(
                                "/v1/programs/top/leaderboards/ever?limit=1&cursor="
                                        + first.get("next").asString());
        JsonNode beyond = api().get("/v1/programs/top/leaderboards/ever/members/cid?around=1");

        // Then
        assertThat(first.at("/items/0/member").asString()).isEqualTo("ann");
        assertThat(second.at("/items/0/rank").asLong()).isEqualTo(2);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(beyond.get("rank").asLong()).isEqualTo(3);
        assertThat(beyond.get("size").asLong()).isEqualTo(3);
        assertThat(beyond.get("percentile").asDouble()).isZero();
        assertThat(beyond.at("/around/0/member").asString()).isEqualTo("bob");
        assertThat(beyond.get("around").size()).isEqualTo(2);
    }

    @Test
    void ranksTeamsByWhatTheirMembersGotWhileTheyWereInThem() {
        // Given
        Instant time = Instant.parse("2011-11-03T10:00:00Z");
        publish(
                "teams",
                "UTC",
                List.of(
                        Map.of("id", "teams", "of", "stars", "period", "month", "by", "team"),
                        Map.of("id", "members", "of", "stars", "period", "month")));
        book(
                new TestLedger("teams", "UTC")
                        .book("ann", "red", "stars", 5, time)
                        .book("bob", "red", "stars", 4, time)
                        .book("bob", "blue", "stars", 7, time)
                        .book("cid", null, "stars", 20, time)
                        .book("ann", "red", "stars", -1, time)
                        .entries());

        // When
        JsonNode board = api().get("/v1/programs/teams/leaderboards/teams");
        JsonNode members = api().get("/v1/programs/teams/leaderboards/members");
        JsonNode blue = api().get("/v1/programs/teams/leaderboards/teams/teams/blue");
        JsonNode bob = api().get("/v1/programs/teams/members/bob/ranks");

        // Then
        assertThat(board.get("items").toString())
                .isEqualTo(
                        """
                        [{"rank":1,"team":"red","score":8,"reachedAt":"2011-11-03T10:00:00Z"},\
                        {"rank":2,"team":"blue","score":7,"reachedAt":"2011-11-03T10:00:00Z"}]\
                        """);
        assertThat(members.at("/items/1/member").asString()).isEqualTo("bob");
        assertThat(members.at("/items/1/score").asLong()).isEqualTo(11);
        assertThat(blue.get("rank").asLong()).isEqualTo(2);
        assertThat(blue.at("/around/0/team").asString()).isEqualTo("red");
        assertThat(bob.get("ranks").size()).isEqualTo(1);
        assertThat(api().ask("/v1/programs/teams/leaderboards/teams/members/bob").status())
                .isEqualTo(404);
    }

    @Test
    void ranksAMemberInTheLatestMonthThatHasPoints() {
        // Given
        publish("ranks", "UTC", BOARDS);
        book(
                new TestLedger("ranks", "UTC")
                        .book("ann", "stars", 9, "2011-09-03T10:00:00Z")
                        .book("ann", "stars", 1, "2011-10-03T10:00:00Z")
                        .book("bob", "stars", 2, "2011-10-03T10:00:00Z")
                        .entries());

        // When
        JsonNode ann = api().get("/v1/programs/ranks/members/ann/ranks");
        JsonNode nobody = api().get("/v1/programs/ranks/members/nobody/ranks");

        // Then
        assertThat(ann.get("ranks").toString())
                .isEqualTo(
                        """
                        [{"leaderboard":"ever","period":"all-time","rank":1,"score":10},\
                        {"leaderboard":"monthly","period":"2011-10","rank":2,"score":1}]\
                        """);
        assertThat(nobody.get("ranks").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2011-10-31T23:59:59Z, spring",
        "2011-11-01T00:00:00Z, christmas",
        "2011-12-24T23:59:59Z, christmas",
        "2011-12-25T00:00:00Z, christmas",
        "2011-02-28T23:59:59Z, spring"
    })
    void seasonsAreKnownByName(String now, String current) {
        // Given
        String program = "seasons-" + Instant.parse(now).getEpochSecond();
        publish(
                program,
                "UTC",
                List.of(
                        Map.of(
                                "id",
                                "cup",
                                "of",
                                "stars",
                                "period",
                                "season",
                                "seasons",
                                List.of(
                                        Map.of("id", "christmas", "open", "2011-11-01/2011-12-24"),
                                        Map.of("id", "spring", "open", "2011-03-01/2011-05-31")))));
        book(
                new TestLedger(program, "UTC")
                        .book("ann", "stars", 1, "2011-02-28T23:59:59Z")
                        .book("bob", "stars", 2, "2011-03-01T00:00:00Z")
                        .book("cid", "stars", 3, "2011-05-31T23:59:59Z")
                        .book("dan", "stars", 4, "2011-06-01T00:00:00Z")
                        .book("eve", "stars", 5, "2011-12-24T23:59:59Z")
                        .entries());

        // When
        clock.set(Instant.parse(now));
        JsonNode board = api().get("/v1/programs/" + program + "/leaderboards/cup");
        JsonNode spring = api().get("/v1/programs/" + program + "/leaderboards/cup?period=spring");
        JsonNode bob = api().get("/v1/programs/" + program + "/members/bob/ranks");

        // Then
        assertThat(board.get("period").asString()).isEqualTo(current);
        assertThat(spring.at("/items/0/member").asString()).isEqualTo("cid");
        assertThat(spring.at("/items/1/member").asString()).isEqualTo("bob");
        assertThat(spring.get("items").size()).isEqualTo(2);
        assertThat(bob.at("/ranks/0/period").asString()).isEqualTo("spring");
        assertThat(bob.at("/ranks/0/rank").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs/nowhere/leaderboards, 404, unknown-program",
        "/v1/programs/problems/leaderboards/none, 404, unknown-leaderboard",
        "/v1/programs/problems/leaderboards/ever/members/nobody, 404, not-on-leaderboard",
        "/v1/programs/problems/leaderboards/ever?period=2011-11, 400, invalid-parameter",
        "/v1/programs/problems/leaderboards/monthly?period=2011-13, 400, invalid-parameter",
        "/v1/programs/problems/leaderboards/monthly?period=all-time, 400, invalid-parameter",
        "/v1/programs/problems/leaderboards/ever?cursor=abc, 400, invalid-cursor",
        "/v1/programs/problems/leaderboards/ever?limit=0, 400, invalid-parameter",
        "/v1/programs/problems/leaderboards/ever?from=0, 400, invalid-parameter",
        "/v1/programs/problems/leaderboards/ever/members/x?around=51, 400, invalid-parameter"
    })
    void saysWhatIsWrong(String path, int status, String problem) {
        // Given
        publish("problems", "UTC", BOARDS);

        // When
        ApiProbe.Answer answer = api().ask(path);

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().get("type").asString())
                .isEqualTo("https://laurel.dev/problems/" + problem);
    }
}
