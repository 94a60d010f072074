package dev.laurel.leaderboards.leagues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.roster.Said;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.servicetesting.ApiProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who is seen in groups, and what requests answer. The clock stands in week 46 of 2011. */
class LeagueViewsIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    LeaguesIT.board(List.of("bronze", "silver", "gold"), 3, 1, 1),
                    Map.of("id", "plain", "of", "stars", "period", "week"));

    private static final Instant LATER_THIS_WEEK = Instant.parse("2011-11-18T00:00:00Z");

    @Autowired private Sealing sealing;
    @Autowired private Leagues leagues;
    @Autowired private Boards boards;

    @Test
    void whoRefusesLeavesTheGroupTakesNoPlaceInItAndFindsTheSeatAgain() {
        // Given
        four("refuses");
        open("refuses");
        assertThat(places("refuses", 1))
                .containsExactly("1 ann promotion", "2 bob safe", "3 cid safe");

        // When
        tell(List.of(Said.refused("refuses", "ann")));

        // Then
        assertThat(places("refuses", 1)).containsExactly("1 bob promotion", "2 cid safe");
        assertThat(member("refuses", "ann").get("own").isNull()).isTrue();
        assertThat(places("refuses", 2)).containsExactly("1 dot promotion");

        // When
        sealing.run("refuses", LATER_THIS_WEEK);
        tell(List.of(Said.of("refuses", "ann")));

        // Then
        assertThat(places("refuses", 1)).containsExactly("1 bob promotion", "2 cid safe");
        assertThat(history("refuses", "ann").size()).isZero();
        assertThat(history("refuses", "bob").at("/0/next").asString()).isEqualTo("silver");
    }

    @Test
    void whoComesBackBeforeTheSealHasTheSameSeat() {
        // Given
        four("returns");
        open("returns");
        tell(List.of(Said.refused("returns", "ann")));
        book(
                new TestLedger("returns", "UTC")
                        .book("eve", "stars", 1, "2011-11-08T10:00:00Z")
                        .entries());

        // When
        tell(List.of(Said.of("returns", "ann")));

        // Then
        assertThat(places("returns", 1))
                .containsExactly("1 ann promotion", "2 bob safe", "3 cid safe");
        assertThat(places("returns", 2)).containsExactly("1 dot promotion", "2 eve safe");
    }

    @Test
    void staffAndTestersEnterNoGroup() {
        // Given
        tell(List.of(Said.in("staffed", "ann", "staff"), Said.in("staffed", "bob", "test")));

        // When
        four("staffed");
        open("staffed");

        // Then
        assertThat(places("staffed", 1)).containsExactly("1 cid promotion", "2 dot safe");
        assertThat(member("staffed", "ann").get("group").isNull()).isTrue();
    }

    @Test
    void thePublicFormHasNamesAndNobodysId() {
        // Given
        publish("named", "UTC", BOARDS);
        book(
                new TestLedger("named", "UTC")
                        .book("of-hearts", "stars", 9, "2011-11-07T10:00:00Z")
                        .book("of-spades", "stars", 7, "2011-11-07T11:00:00Z")
                        .book("of-clubs", "stars", 5, "2011-11-07T12:00:00Z")
                        .entries());
        NAMES.name("of-hearts", "Queen of Hearts");
        sealing.run("named", LATER_THIS_WEEK);

        // When
        JsonNode shown = api().get(publicGroup("named"));

        // Then
        assertThat(shown.toString())
                .isEqualTo(
                        "{\"leaderboard\":\"weekly\",\"period\":\"2011-W45\",\"state\":\"sealed\","
                                + "\"division\":\"bronze\",\"group\":1,\"promoted\":1,\"relegated\":0,"
                                + "\"items\":[{\"rank\":1,\"name\":\"Queen of Hearts\",\"score\":9,\"zone\":\"promotion\"},"
                                + "{\"rank\":2,\"score\":7,\"zone\":\"safe\"},{\"rank\":3,\"score\":5,\"zone\":\"safe\"}]}");

        // When: the name goes, the place stays
        tell(List.of(Said.refused("named", "of-hearts")));

        // Then
        assertThat(api().get(publicGroup("named")).at("/items/0").toString())
                .isEqualTo("{\"rank\":1,\"score\":9,\"zone\":\"promotion\"}");
    }

    @Test
    void saysWhatLeaguesThereAreAndHowFullTheyAre() {
        // Given
        four("full");
        open("full");

        // Then
        assertThat(api().get("/v1/programs/full/leaderboards").at("/items/0/leagues").toString())
                .isEqualTo(
                        "{\"divisions\":[\"bronze\",\"silver\",\"gold\"],\"size\":3,\"promote\":1,\"relegate\":1}");
        assertThat(api().get("/v1/programs/full/leaderboards").at("/items/1/leagues").isNull())
                .isTrue();
        assertThat(api().get(path("full") + "/leagues?period=2011-W45").toString())
                .isEqualTo(
                        "{\"leaderboard\":\"weekly\",\"period\":\"2011-W45\",\"state\":\"provisional\",\"open\":true,"
                                + "\"size\":3,\"promote\":1,\"relegate\":1,\"divisions\":["
                                + "{\"division\":\"bronze\",\"members\":4,\"groups\":2},"
                                + "{\"division\":\"silver\",\"members\":0,\"groups\":0},"
                                + "{\"division\":\"gold\",\"members\":0,\"groups\":0}]}");
    }

    @Test
    void aMembersRanksSayDivisionAndGroup() {
        // Given
        four("ranks-league");

        // When: the league of week 45 is not open yet
        JsonNode before = api().get("/v1/programs/ranks-league/members/dot/ranks").get("ranks");
        open("ranks-league");
        JsonNode after = api().get("/v1/programs/ranks-league/members/dot/ranks").get("ranks");

        // Then
        assertThat(before.at("/0/league").toString())
                .isEqualTo("{\"division\":\"bronze\",\"group\":null}");
        assertThat(after.at("/0/league").toString())
                .isEqualTo("{\"division\":\"bronze\",\"group\":2}");
        assertThat(after.at("/0/rank").asInt()).isEqualTo(4);
        assertThat(after.at("/1").has("league")).isFalse();
    }

    @Test
    void aHistoryIsPagedLatestFirst() {
        // Given
        publish("paged", "UTC", BOARDS);
        book(
                new TestLedger("paged", "UTC")
                        .book("ann", "stars", 9, "2011-10-25T10:00:00Z")
                        .book("ann", "stars", 9, "2011-11-01T10:00:00Z")
                        .book("ann", "stars", 7, "2011-11-08T10:00:00Z")
                        .entries());
        sealing.run("paged", LATER_THIS_WEEK);

        // When
        JsonNode first = api().get(path("paged") + "/members/ann/league/history?limit=2");
        JsonNode second =
                api().get(
                                path("paged")
                                        + "/members/ann/league/history?limit=2&cursor="
                                        + first.get("next").asString());

        // Then
        assertThat(first.at("/items/0").toString())
                .isEqualTo(
                        "{\"period\":\"2011-W45\",\"division\":\"gold\",\"group\":1,\"rank\":1,\"score\":7,\"zone\":\"safe\",\"next\":\"gold\"}");
        assertThat(first.at("/items/1/division").asString()).isEqualTo("silver");
        assertThat(second.at("/items/0/division").asString()).isEqualTo("bronze");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/leaderboards/nowhere/leagues, 404, unknown-leaderboard",
        "/leaderboards/plain/leagues, 404, no-leagues",
        "/leaderboards/plain/members/ann/league, 404, no-leagues",
        "/leaderboards/weekly/leagues?period=2011-11, 400, invalid-parameter",
        "/leaderboards/weekly/leagues/tin/groups/1, 404, unknown-group",
        "/leaderboards/weekly/leagues/bronze/groups/0, 404, unknown-group",
        "/leaderboards/weekly/leagues/bronze/groups/7?period=2011-W45, 404, unknown-group",
        "/public/leaderboards/weekly/leagues/gold/groups/1, 404, unknown-group",
        "/leaderboards/weekly/leagues/bronze/groups/one, 400, invalid-parameter"
    })
    void saysWhatIsWrong(String path, int status, String problem) {
        // Given
        four("wrong-league");
        open("wrong-league");

        // When
        ApiProbe.Answer answer = api().ask("/v1/programs/wrong-league" + path);

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(problem);
    }

    /** In week 45: three in the first group and one in the second. */
    private void four(String program) {
        publish(program, "UTC", BOARDS);
        book(
                new TestLedger(program, "UTC")
                        .book("ann", "stars", 9, "2011-11-07T10:00:00Z")
                        .book("bob", "stars", 7, "2011-11-07T11:00:00Z")
                        .book("cid", "stars", 5, "2011-11-07T12:00:00Z")
                        .book("dot", "stars", 3, "2011-11-07T13:00:00Z")
                        .entries());
    }

    private void open(String program) {
        Board board = boards.of(program).orElseThrow().boards().getFirst();
        leagues.open(program, board, board.period("2011-W45").orElseThrow(), Instant.parse(NOON));
    }

    private List<String> places(String program, int group) {
        return api().get(path(program) + "/leagues/bronze/groups/" + group + "?period=2011-W45")
                .get("items")
                .valueStream()
                .map(each ->
                        each.get("rank").asInt()
                                + " "
                                + each.get("member").asString()
                                + " "
                                + each.get("zone").asString())
                .toList();
    }

    private JsonNode member(String program, String member) {
        return api().get(path(program) + "/members/" + member + "/league?period=2011-W45");
    }

    private JsonNode history(String program, String member) {
        return api().get(path(program) + "/members/" + member + "/league/history").get("items");
    }

    private static String publicGroup(String program) {
        return "/v1/programs/"
                + program
                + "/public/leaderboards/weekly/leagues/bronze/groups/1?period=2011-W45";
    }

    private static String path(String program) {
        return "/v1/programs/" + program + "/leaderboards/weekly";
    }
}
