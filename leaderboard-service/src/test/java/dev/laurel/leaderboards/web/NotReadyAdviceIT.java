package dev.laurel.leaderboards.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.servicetesting.TopicProbe;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class NotReadyAdviceIT extends RunningLeaderboardService {

    private static final String PROGRAM = "/v1/programs/rolled-back";
    private static final List<String> PATHS =
            List.of(
                    PROGRAM + "/leaderboards",
                    PROGRAM + "/leaderboards/ever",
                    PROGRAM + "/leaderboards/ever/updates",
                    PROGRAM + "/public/leaderboards/ever",
                    PROGRAM + "/members/ann/ranks",
                    PROGRAM + "/leaderboard-verification");

    @Autowired private JdbcClient jdbc;

    @Test
    void answers503WhereANewerVersionRanksByWhatThisOneDoesNotKnow() throws Exception {
        // Given an instance that was rolled back, and has looked at nothing yet
        jdbc.sql(
                        "INSERT INTO kept (program, wallet, by_team, cycle, audience) VALUES ('rolled-back', 'gold', false, 'P999D', '')")
                .update();
        publish();
        await().until(() -> api().ask(PROGRAM + "/leaderboards").status() != 404);

        for (String path : PATHS) {
            // When
            HttpResponse<String> answer = get(path);

            // Then
            assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("10");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(answer.body())
                    .contains("https://laurel.dev/problems/unavailable")
                    .contains("'P999D'")
                    .contains("\"instance\":\"" + path + "\"");
        }

        // When the newer one has tidied up
        jdbc.sql("DELETE FROM kept WHERE cycle = 'P999D'").update();

        // Then
        assertThat(get(PROGRAM + "/leaderboards/ever").statusCode()).isEqualTo(200);
        assertThat(get(PROGRAM + "/leaderboard-verification").statusCode()).isEqualTo(200);
    }

    private static void publish() {
        TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);
        Map<String, Object> document =
                Map.of(
                        "timeZone",
                        "UTC",
                        "leaderboards",
                        List.of(Map.of("id", "ever", "of", "stars")));
        programs.send(
                programs.raw(
                        "rolled-back",
                        new PublishedProgram("rolled-back", 1, "cafe", Instant.EPOCH, document)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
        }
    }
}
