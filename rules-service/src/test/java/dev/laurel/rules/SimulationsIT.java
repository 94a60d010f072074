package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.rules.simulations.SimulationJob;
import dev.laurel.rules.simulations.SimulationJobs;
import dev.laurel.rules.simulations.SimulationRequest;
import dev.laurel.rules.simulations.SimulationState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SimulationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private static Path stateDir;
    private static RunningService service;
    private static Api api;
    private static Producers producers;

    @BeforeAll
    static void start() {
        service = RunningService.start(stateDir);
        api = service.api();
        producers = new Producers();
    }

    @AfterAll
    static void stop() {
        producers.close();
        service.close();
    }

    private static String program(String id, int stars) {
        return """
        program: %s
        timeZone: Europe/London
        wallets: [ { id: stars } ]
        events:
          visit: { }
        metrics:
          - { id: visits, on: visit, value: count() }
        rules:
          - { id: welcome, on: visit, award: { stars: %d } }
        challenges:
          - { id: twice, steps: [ { id: two, measure: visits, target: 2 } ], award: { stars: 10 } }
        """
                .formatted(id, stars);
    }

    private static void draft(String program, String yaml) {
        String path = "/v1/programs/%s/draft".formatted(program);
        assertThat(api.putYaml(path, yaml, api.get(path).etag()).status()).isEqualTo(200);
    }

    private static String line(String member, String id) {
        return """
        {"specversion":"1.0","id":"%s","source":"/tills/7","type":"visit","subject":"%s","time":"2026-03-01T10:00:00Z","data":{}}
        """
                .formatted(id, member);
    }

    private static JsonNode ended(String program, Api.Answer asked) {
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        String path =
                "/v1/programs/%s/simulations/%s"
                        .formatted(program, asked.json().get("id").asString());
        await().atMost(PATIENCE).until(() -> api.get(path).json().has("finishedAt"));
        return api.get(path).json();
    }

    @Test
    void simulatesTheDraftOverRecordedEventsAgainstWhatIsInForce() {
        // Given
        api.publish("recorded", program("recorded", 1));
        api.publish("other", program("other", 1));
        producers.send(Producers.event("recorded", "ann", "1", "visit", Map.of()));
        producers.send(Producers.event("recorded", "ann", "2", "visit", Map.of()));
        producers.send(Producers.event("recorded", "ann", "2", "visit", Map.of()));
        producers.send(Producers.event("recorded", "bob", "3", "visit", Map.of()));
        producers.send(Producers.event("recorded", "bob", "4", "visitt", Map.of()));
        producers.send(Producers.event("other", "ann", "5", "visit", Map.of()));
        draft("recorded", program("recorded", 5));

        // When
        JsonNode job = ended("recorded", api.post("/v1/programs/recorded/simulations"));

        // Then
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.get("request").toString())
                .isEqualTo("{\"of\":\"draft\",\"against\":1,\"events\":\"recorded\",\"top\":10}");
        JsonNode result = job.get("result");
        assertThat(result.get("events").asInt()).isEqualTo(5);
        assertThat(result.get("refused").asInt()).isEqualTo(1);
        assertThat(result.at("/decisions/duplicate").asInt()).isEqualTo(1);
        assertThat(result.at("/wallets/stars/given").asInt()).isEqualTo(3 * 5 + 10);
        assertThat(result.at("/mechanics/rule:welcome/stars/given").asInt()).isEqualTo(15);
        assertThat(result.at("/challenges/0/completions").asInt()).isEqualTo(1);
        assertThat(result.at("/against/wallets/stars/given").asInt()).isEqualTo(3 + 10);
        assertThat(result.at("/against/changes/0").toString())
                .isEqualTo(
                        "{\"member\":\"ann\",\"wallet\":\"stars\",\"live\":12,\"draft\":20,\"difference\":8}");
        assertThat(job.at("/progress/done")).isEqualTo(job.at("/progress/total"));
        assertThat(api.get("/v1/programs/recorded/versions/2").status()).isEqualTo(404);
    }

    @Test
    void takesOnlyWhatWasAcceptedWithinTheRange() {
        // Given
        api.publish("ranges", program("ranges", 1));
        producers.send(Producers.event("ranges", "ann", "1", "visit", Map.of()));

        // When
        JsonNode before =
                ended(
                        "ranges",
                        api.post(
                                "/v1/programs/ranges/simulations?of=live&against=none&to="
                                        + Producers.TIME));
        JsonNode within =
                ended(
                        "ranges",
                        api.post(
                                "/v1/programs/ranges/simulations?of=1&against=none&from="
                                        + Producers.TIME));

        // Then
        assertThat(before.at("/result/events").asInt()).isZero();
        assertThat(within.at("/result/events").asInt()).isEqualTo(1);
        assertThat(within.at("/result").has("against")).isFalse();
    }

    @Test
    void simulatesEventsOfTheRequestAlsoCompressed() throws IOException {
        // Given
        api.publish("given", program("given", 1));
        String lines = line("ann", "1") + line("ann", "2") + "no json\n";
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        String path = "/v1/programs/given/simulations?against=none";

        // When
        JsonNode plain =
                ended("given", api.postLines(path, lines.getBytes(StandardCharsets.UTF_8), null));
        JsonNode compressed = ended("given", api.postLines(path, zipped.toByteArray(), "gzip"));

        // Then
        assertThat(plain.at("/result/wallets/stars/given").asInt()).isEqualTo(12);
        assertThat(plain.at("/result/refused").asInt()).isEqualTo(1);
        assertThat(compressed.get("result")).isEqualTo(plain.get("result"));
        assertThat(compressed.at("/request/given").asInt()).isEqualTo(3);
    }

    @Test
    void refusesWhatMakesNoSense() {
        // Given
        api.publish("nonsense", program("nonsense", 1));
        draft("nonsense", program("nonsense", 1) + "badges: 7\n");
        String path = "/v1/programs/nonsense/simulations";

        // Then
        assertThat(api.post(path).status()).isEqualTo(422);
        assertThat(api.post(path + "?of=live&against=9").status()).isEqualTo(404);
        assertThat(api.post(path + "?of=latest").status()).isEqualTo(400);
        assertThat(api.post(path + "?of=live&top=-1").status()).isEqualTo(400);
        assertThat(api.postJson(path + "?of=live", "{}").status()).isEqualTo(415);
        assertThat(api.get(path + "/" + new UUID(1, 2)).status()).isEqualTo(404);
        assertThat(api.get(path + "/7").status()).isEqualTo(400);
        assertThat(api.post("/v1/programs/nobody/simulations").status()).isEqualTo(404);
    }

    @Test
    void staysAsItEndedWhenItIsCancelledTooLate() {
        // Given
        api.publish("late", program("late", 1));
        JsonNode done = ended("late", api.post("/v1/programs/late/simulations?of=live"));

        // When
        Api.Answer cancelled =
                api.post(
                        "/v1/programs/late/simulations/%s/cancel"
                                .formatted(done.get("id").asString()));

        // Then
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("state").asString()).isEqualTo("done");
        assertThat(api.get("/v1/programs/late/simulations").json().at("/items/0/id"))
                .isEqualTo(done.get("id"));
    }

    @Test
    void keepsAliveWhatItHasAndFindsARequestByItsKey() {
        // Given
        api.publish("keyed", program("keyed", 1));
        SimulationJobs jobs = service.context().getBean(SimulationJobs.class);
        SimulationRequest request =
                new SimulationRequest("draft", 1, null, Producers.TIME, null, 7);
        SimulationJob asked = jobs.ask("keyed", request, "monday").job();
        Instant asOf = asked.createdAt().plusSeconds(3600);

        // When
        jobs.keepAlive(List.of(asked.id()));
        jobs.interruptSilentSince(asked.createdAt());

        // Then
        SimulationJobs.Asked again = jobs.ask("keyed", request, "monday");
        assertThat(again).isEqualTo(new SimulationJobs.Asked(asked, false));
        assertThat(jobs.advance(asked.id(), 3, 10L)).isTrue();
        jobs.interruptSilentSince(asOf);
        assertThat(jobs.advance(asked.id(), 4, 10L)).isFalse();
        assertThat(jobs.find("keyed", asked.id()).orElseThrow().state())
                .isEqualTo(SimulationState.INTERRUPTED);
    }

    @Test
    void endsWhatNobodySeesToAnyMore() {
        // Given
        api.publish("silent", program("silent", 1));
        JdbcClient jdbc = service.context().getBean(JdbcClient.class);
        UUID lost =
                jdbc.sql(
                                """
                                INSERT INTO simulation (program, request, state, created_at, seen_at)
                                VALUES ('silent', '{"of": "draft", "top": 10}', 'RUNNING',
                                    now() - interval '2 minutes', now() - interval '1 minute')
                                RETURNING id
                                """)
                        .query(UUID.class)
                        .single();

        // Then
        String path = "/v1/programs/silent/simulations/" + lost;
        await().atMost(PATIENCE)
                .until(() -> api.get(path).json().get("state").asString().equals("interrupted"));
    }
}
