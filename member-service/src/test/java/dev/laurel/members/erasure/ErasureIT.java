package dev.laurel.members.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.members.RunningMemberService;
import dev.laurel.servicetesting.TopicProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of consents with their proof, and what is left of a member who is erased. */
class ErasureIT extends RunningMemberService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MEMBERS = "/v1/programs/erasing/members/";
    private static final String EVERYTHING =
            """
            {"displayName": "Ann Shopper", "segments": ["vip"], "attributes": {"city": "Ulm"},
             "consents": {"crm": {"given": true, "at": "2026-03-01T10:00:00Z", "source": "till 3"}},
             "contact": {"email": "ann@example.com", "phone": "+442071234567", "crmIds": {"hubspot": "4711"}}}
            """;

    private final TopicProbe<MemberAttributes> topic = new TopicProbe<>(Topics.MEMBERS);
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort private int serverPort;

    private record Answer(int status, JsonNode body) {}

    @BeforeEach
    void publish() {
        TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);
        Map<String, Object> document = Map.of("challenges", List.of(Map.of("id", "spring")));
        programs.send(
                programs.raw(
                        "erasing",
                        new PublishedProgram("erasing", 1, "cafe", Instant.EPOCH, document)));
    }

    @Test
    void keepsWhenAndWhereAMemberConsented() {
        // When
        send("PUT", "proof", EVERYTHING);
        send("PATCH", "proof", "{\"consents\": {\"leaderboards\": false}}");
        send(
                "PATCH",
                "proof",
                "{\"consents\": {\"crm\": {\"given\": false, \"source\": \"app\"}}}");
        send("PUT", "proof", EVERYTHING);

        // Then: the list that comes again takes back nothing that was said later.
        JsonNode consents = send("GET", "proof/consents", "").body().path("consents");
        assertThat(consents.at("/crm/given").asBoolean()).isFalse();
        assertThat(consents.at("/crm/source").asString()).isEqualTo("app");
        JsonNode history = send("GET", "proof/consents/history?limit=2", "").body();
        assertThat(history.get("items").valueStream())
                .extracting(it -> it.get("name").asString() + " " + it.get("given"))
                .containsExactly("crm false", "leaderboards false");
        JsonNode rest =
                send("GET", "proof/consents/history?cursor=" + history.get("next").asString(), "")
                        .body();
        assertThat(rest.at("/items/0/source").asString()).isEqualTo("till 3");
        assertThat(rest.at("/items/0/at").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(topic.values("erasing/proof").toString())
                .contains("crm=true", "crm=false")
                .doesNotContain("till 3");
    }

    @Test
    void leavesNothingOfTheMemberAndForgetsThemOnTheTopic() {
        // Given
        send("PUT", "ann", EVERYTHING);
        send("POST", "ann/challenges/spring/enrolment", "");

        // When
        Answer answer = send("DELETE", "ann", "");

        // Then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("state").asString()).isEqualTo("requested");
        assertThat(topic.isForgotten("erasing/ann")).isTrue();
        assertThat(everythingKeptOf("ann"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain("example.com", "4420", "4711"))
                .allSatisfy(row -> assertThat(row).doesNotContain("Shopper", "Ulm", "till 3"));
        assertThat(send("GET", "ann/contact", "").status()).isEqualTo(410);
        assertThat(send("GET", "ann/attributes", "").status()).isEqualTo(410);
        assertThat(internal("POST", "/programs/erasing/contacts", "{\"members\": [\"ann\"]}"))
                .isEqualTo("{\"contacts\":[]}");
        assertThat(internal("POST", "/programs/erasing/display-names", "{\"members\": [\"ann\"]}"))
                .isEqualTo("{\"names\":{}}");
    }

    @Test
    void takesNothingNewOfAMemberWhoWasErased() {
        // Given
        send("DELETE", "gone", "");

        // When
        Answer put = send("PUT", "gone", EVERYTHING);

        // Then
        assertThat(put.status()).isEqualTo(410);
        assertThat(put.body().get("type").asString()).endsWith("/member-erased");
        assertThat(send("PATCH", "gone", "{\"displayName\": \"G\"}").status()).isEqualTo(410);
        assertThat(send("POST", "gone/challenges/spring/enrolment", "").status()).isEqualTo(410);
        JsonNode imported =
                send("POST", "import", "{\"member\": \"gone\"}\n{\"member\": \"stays\"}").body();
        assertThat(imported.get("accepted").asInt()).isEqualTo(1);
        assertThat(imported.at("/rejected/0/line").asInt()).isEqualTo(1);
        assertThat(imported.at("/rejected/0/problem/status").asInt()).isEqualTo(410);
        assertThat(topic.isForgotten("erasing/gone")).isTrue();
    }

    @Test
    void isDoneOnceHoweverOftenItIsAskedForAndToldOf() {
        // Given
        JsonNode first = send("DELETE", "twice", "").body();
        String all = "{\"%s\": [{\"program\": \"erasing\", \"member\": \"twice\"}]}";

        // When
        JsonNode again = send("DELETE", "twice", "").body();

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(internal("GET", "/erasures/untaken", "")).contains("\"twice\"");
        internal("POST", "/erasures/progress", all.formatted("taken"));
        assertThat(internal("GET", "/erasures/untaken", "")).doesNotContain("\"twice\"");
        assertThat(state("twice")).isEqualTo("clearing");
        internal("POST", "/erasures/progress", all.formatted("cleared"));
        JsonNode done = send("GET", "twice/erasure", "").body();
        internal("POST", "/erasures/progress", all.formatted("taken"));
        internal("POST", "/erasures/progress", all.formatted("cleared"));
        assertThat(done.get("state").asString()).isEqualTo("erased");
        assertThat(send("GET", "twice/erasure", "").body()).isEqualTo(done);
        assertThat(send("DELETE", "twice", "").body()).isEqualTo(done);
        assertThat(send("GET", "../erasures?limit=500", "").body().get("items").valueStream())
                .contains(done);
    }

    @Test
    void winsAgainstEverybodyWhoTellsSomethingAtTheSameTime() throws Exception {
        // Given
        List<Future<Answer>> answers = new ArrayList<>();

        // When
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int nth = 0; nth < 24; nth++) {
                String email = "{\"contact\": {\"email\": \"a%d@example.com\"}}".formatted(nth);
                answers.add(
                        crowd.submit(
                                nth % 12 == 6
                                        ? () -> send("DELETE", "race", "")
                                        : () -> send("PATCH", "race", email)));
            }
        }

        // Then
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isIn(200, 201, 202, 410);
        }
        assertThat(everythingKeptOf("race"))
                .allSatisfy(row -> assertThat(row).doesNotContain("example.com"));
        assertThat(topic.isForgotten("erasing/race")).isTrue();
    }

    @Test
    void saysThatAMemberWasNotErased() {
        assertThat(send("GET", "nobody/erasure", "").status()).isEqualTo(404);
    }

    private String state(String member) {
        return send("GET", member + "/erasure", "").body().get("state").asString();
    }

    private List<String> everythingKeptOf(String member) {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("member", "member_change", "contact", "consent_change")) {
            rows.addAll(
                    jdbc.sql(
                                    "SELECT t::text FROM %s t WHERE program = 'erasing' AND member = ?"
                                            .formatted(table))
                            .param(member)
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private Answer send(String method, String path, String body) {
        String type =
                path.equals("import")
                        ? "application/x-ndjson"
                        : method.equals("PATCH")
                                ? "application/merge-patch+json"
                                : "application/json";
        HttpResponse<String> response =
                send(method, URI.create(MEMBERS).resolve(path).toString(), type, body);
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private String internal(String method, String path, String body) {
        return send(method, "/internal" + path, "application/json", body).body();
    }

    private HttpResponse<String> send(String method, String path, String type, String body) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + serverPort + path))
                            .header("Content-Type", type)
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("Could not send to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending to " + path, e);
        }
    }
}
