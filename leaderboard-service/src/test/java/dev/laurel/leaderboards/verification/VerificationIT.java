package dev.laurel.leaderboards.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.servicetesting.ApiProbe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class VerificationIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            Stream.of("day", "week", "month", "quarter", "year", "all-time")
                    .map(period ->
                            Map.<String, Object>of("id", period, "of", "stars", "period", period))
                    .toList();

    @Autowired private JdbcClient jdbc;

    @Test
    void findsNothingWhereRankingsAreWhatTheDaysComeTo() {
        // Given
        counted("sound");

        // When
        JsonNode findings = api().get("/v1/programs/sound/leaderboard-verification");

        // Then
        assertThat(findings.toString())
                .isEqualTo(
                        "{\"rankings\":8,\"places\":14,\"seats\":0,\"differences\":0,\"examples\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "changed | UPDATE score SET score = 7 | Expected 5 of ann in 2011-W44 of wallet stars, but the ranking has 7.",
                "removed | DELETE FROM score | Expected 5 of ann in 2011-W44 of wallet stars, but the ranking has nobody.",
                "moved | UPDATE score SET reached_at = 'epoch' | Expected 5 of ann in 2011-W44 of wallet stars, but the ranking has 5.",
                "strangers | UPDATE score SET member = 'mallory' | Expected nobody of mallory in 2011-W44 of wallet stars, but the ranking has 5."
            })
    void namesEveryPlaceThatIsNotWhatTheDaysComeTo(String program, String change, String message) {
        // Given
        counted(program);

        // When
        int places =
                jdbc.sql(
                                change
                                        + " WHERE member = 'ann' AND ranking = (SELECT id FROM ranking"
                                        + " WHERE program = ? AND period = '2011-W44')")
                        .param(program)
                        .update();
        JsonNode findings = api().get("/v1/programs/" + program + "/leaderboard-verification");

        // Then
        assertThat(places).isEqualTo(1);
        assertThat(findings.get("differences").asLong()).isBetween(1L, 2L);
        assertThat(findings.get("examples").valueStream().map(JsonNode::asString))
                .contains(message);
    }

    @Test
    void listsTheDaysOfAllMembersPageByPage() {
        // Given
        counted("days");
        List<String> days = new ArrayList<>();

        // When
        JsonNode page = api().get("/v1/programs/days/leaderboard-days?limit=1");
        page.get("items").forEach(each -> days.add(each.toString()));
        while (!page.get("next").isNull()) {
            page =
                    api().get(
                                    "/v1/programs/days/leaderboard-days?limit=1&cursor="
                                            + page.get("next").asString());
            page.get("items").forEach(each -> days.add(each.toString()));
        }

        // Then
        assertThat(days)
                .containsExactly(
                        "{\"wallet\":\"sparks\",\"member\":\"ann\",\"day\":\"2011-11-03\",\"points\":1}",
                        "{\"wallet\":\"stars\",\"member\":\"ann\",\"day\":\"2011-11-03\",\"points\":5}",
                        "{\"wallet\":\"stars\",\"member\":\"bob\",\"day\":\"2011-11-03\",\"points\":4}",
                        "{\"wallet\":\"stars\",\"member\":\"bob\",\"day\":\"2011-11-10\",\"points\":-2}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs/nowhere/leaderboard-days, 404",
        "/v1/programs/nowhere/leaderboard-verification, 404",
        "/v1/programs/wrong/leaderboard-days?cursor=abc, 400"
    })
    void saysWhatIsWrong(String path, int status) {
        // Given
        publish("wrong", "UTC", BOARDS);

        // When
        ApiProbe.Answer answer = api().ask(path);

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    private void counted(String program) {
        Instant time = Instant.parse("2011-11-03T10:00:00Z");
        publish(program, "UTC", BOARDS);
        book(
                new TestLedger(program, "UTC")
                        .book("ann", "red", "stars", 5, time)
                        .book("bob", null, "stars", 4, time)
                        .book("ann", null, "sparks", 1, time)
                        .takeBack("bob", "stars", 2, "2011-11-10T10:00:00Z")
                        .entries());
    }
}
