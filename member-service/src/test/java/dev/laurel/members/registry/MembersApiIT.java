package dev.laurel.members.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service takes and answers over HTTP, and what it tells the rules of it. */
class MembersApiIT extends RunningMemberService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLUB = "/v1/programs/club/members/";
    private static final String PLAIN = "application/json";
    private static final String MERGE = "application/merge-patch+json";

    private final TopicProbe<MemberAttributes> topic = new TopicProbe<>(Topics.MEMBERS);
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort private int serverPort;

    @Autowired private PlatformTransactionManager transactions;

    @BeforeEach
    void publish() {
        Map<String, Object> document = Map.of("challenges", List.of(Map.of("id", "spring")));
        TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);
        programs.send(
                programs.raw(
                        "club", new PublishedProgram("club", 1, "cafe", Instant.EPOCH, document)));
    }

    @Test
    void tellsTheCrmConnectorHowMembersCanBeFoundAndNothingElse() {
        // Given
        send(
                "PUT",
                CLUB + "found",
                PLAIN,
                """
                {"displayName": "F", "contact": {"email": "f@example.com", "crmIds": {"hubspot": "1"}}}
                """);
        send("PUT", CLUB + "silent", PLAIN, "{}");

        // When
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/internal/programs/club/contacts",
                        PLAIN,
                        """
                        {"members": ["found", "silent", "unknown"]}
                        """);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"contacts": [{"member": "found", "email": "f@example.com", "phone": null,
                                               "crmIds": {"hubspot": "1"}}]}
                                """));
    }

    @Test
    void tellsBoardsHowMembersWantToBeCalledAndNothingElse() {
        // Given
        send("PUT", CLUB + "named", PLAIN, "{\"displayName\": \"Nia\"}");
        send("PUT", CLUB + "nameless", PLAIN, "{}");

        // When
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/internal/programs/club/display-names",
                        PLAIN,
                        """
                        {"members": ["named", "nameless", "unknown"]}
                        """);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(JSON.readTree("{\"names\": {\"named\": \"Nia\"}}"));
    }

    @Test
    void refusingToBeOnBoardsHoldsUntilItIsTakenBack() {
        // When
        send("PUT", CLUB + "shy", PLAIN, "{\"consents\": {\"leaderboards\": false}}");
        send("PUT", CLUB + "shy", PLAIN, "{\"segments\": [\"vip\"]}");
        send("PATCH", CLUB + "shy", MERGE, "{\"consents\": {\"leaderboards\": true}}");
        send("PUT", CLUB + "shy", PLAIN, "{\"segments\": [\"vip\"], \"consents\": null}");

        // Then
        assertThat(topic.values("club/shy").stream().map(MemberAttributes::consents))
                .containsExactly(
                        Map.of("leaderboards", false),
                        Map.of("leaderboards", false),
                        Map.of("leaderboards", true));
    }

    @Test
    void tellsTheRulesWhatTheyMayKnowBeforeItAnswers() {
        // When
        HttpResponse<String> answer =
                send(
                        "PUT",
                        CLUB + "ann",
                        PLAIN,
                        """
                        {"displayName": "Ann Shopper", "timeZone": "Asia/Tokyo", "segments": ["vip", "a"],
                         "team": "red", "teamSince": "2011-06-01T00:00:00Z", "attributes": {"rate": 1.0},
                         "contact": {"email": "ann@example.com", "phone": "+442071234567",
                                     "crmIds": {"hubspot": "4711"}}}
                        """);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        List<MemberAttributes> told = topic.values("club/ann");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().timeZone()).isEqualTo("Asia/Tokyo");
        assertThat(told.getFirst().segments()).containsExactly("a", "vip");
        assertThat(told.getFirst().teams())
                .containsExactly(
                        new MemberAttributes.Membership(
                                "red", Instant.parse("2011-06-01T00:00:00Z")));
        assertThat(told.getFirst().attributes()).isEqualTo(Map.of("rate", 1.0));
        assertThat(told.toString()).doesNotContain("Ann", "example.com", "4420", "4711");
        assertThat(answer.body()).contains("Ann Shopper").doesNotContain("example.com", "4711");
        assertThat(json("GET", CLUB + "ann/attributes")).isEqualTo(JSON.readTree(answer.body()));
        assertThat(json("GET", CLUB + "ann/contact"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"email": "ann@example.com", "phone": "+442071234567",
                                 "crmIds": {"hubspot": "4711"}}
                                """));
        assertThat(
                        send("GET", CLUB + "ann/contact", PLAIN, "")
                                .headers()
                                .firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(jdbc.sql("SELECT profile::text FROM member_change").query(String.class).list())
                .noneMatch(it -> it.contains("example.com"));
    }

    @Test
    void aPutReplacesAllButContactAndChallenges() {
        // Given
        send("POST", CLUB + "put/challenges/spring/enrolment", PLAIN, "");
        send(
                "PUT",
                CLUB + "put",
                PLAIN,
                "{\"locale\": \"de\", \"contact\": {\"email\": \"p@example.com\"}}");

        // When
        JsonNode after = JSON.readTree(send("PUT", CLUB + "put", PLAIN, "{}").body());

        // Then
        assertThat(after.get("locale").isNull()).isTrue();
        assertThat(after.get("revision").asInt()).isEqualTo(3);
        assertThat(after.get("challenges").propertyNames()).containsExactly("spring");
        assertThat(json("GET", CLUB + "put/contact").get("email").asString())
                .isEqualTo("p@example.com");
    }

    @Test
    void aPatchChangesWhatItNamesAndKeepsTheHistoryOfTeams() {
        // Given
        send(
                "PATCH",
                CLUB + "pat",
                MERGE,
                """
                {"team": "red", "teamSince": "2011-06-01T00:00:00Z", "segments": ["vip"],
                 "attributes": {"a": 1, "b": 2}, "contact": {"email": "p@example.com", "phone": "+4930123456"}}
                """);

        // When
        HttpResponse<String> answer =
                send(
                        "PATCH",
                        CLUB + "pat",
                        MERGE,
                        "{\"team\": \"blue\", \"attributes\": {\"a\": null}, \"contact\": {\"phone\": null}}");

        // Then
        JsonNode after = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(after.get("segments").toString()).isEqualTo("[\"vip\"]");
        assertThat(after.get("attributes").toString()).isEqualTo("{\"b\":2}");
        assertThat(after.get("team").asString()).isEqualTo("blue");
        assertThat(after.at("/teams/0/team").asString()).isEqualTo("red");
        assertThat(after.at("/teams/1/from").asString())
                .isEqualTo(after.get("changedAt").asString());
        assertThat(json("GET", CLUB + "pat/contact").get("phone").isNull()).isTrue();
        send("PATCH", CLUB + "pat", MERGE, "{\"contact\": null}");
        assertThat(json("GET", CLUB + "pat/contact").get("email").isNull()).isTrue();
        assertThat(topic.values("club/pat"))
                .extracting(MemberAttributes::revision)
                .containsExactly(1L, 2L);
    }

    @Test
    void whatChangesNothingIsNoChange() {
        // Given
        send("PUT", CLUB + "same", PLAIN, "{\"timeZone\": \"Europe/London\"}");

        // When
        HttpResponse<String> again =
                send("PUT", CLUB + "same", PLAIN, "{\"timeZone\": \"Europe/London\"}");

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(topic.values("club/same")).hasSize(1);
    }

    @Test
    void nobodyOverwritesWhatHeHasNotSeen() {
        // Given
        send("PUT", CLUB + "tag", PLAIN, "{\"locale\": \"de\"}");
        send("PUT", CLUB + "tag", PLAIN, "{\"locale\": \"fr\"}");

        // When
        HttpResponse<String> stale = send("PUT", CLUB + "tag", PLAIN, "{}", "If-Match", "\"1\"");

        // Then
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(send("PUT", CLUB + "tag", PLAIN, "{}", "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", CLUB + "tag2", PLAIN, "{}", "If-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", CLUB + "tag2", PLAIN, "{}", "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        assertThat(send("PATCH", CLUB + "tag", MERGE, "{}", "If-Match", "\"2\"").statusCode())
                .isEqualTo(200);
        assertThat(json("GET", CLUB + "tag/attributes").get("locale").asString()).isEqualTo("fr");
    }

    @Test
    void joinsAChallengeOnceAndLeavesIt() {
        // Given
        String path = CLUB + "join/challenges/spring/enrolment";
        HttpResponse<String> first = send("POST", path, PLAIN, "");

        // When
        HttpResponse<String> again = send("POST", path, PLAIN, "");

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(send("DELETE", path, PLAIN, "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", path, PLAIN, "").statusCode()).isEqualTo(204);
        assertThat(
                        send("DELETE", CLUB + "nobody/challenges/spring/enrolment", PLAIN, "")
                                .statusCode())
                .isEqualTo(204);
        assertThat(topic.values("club/join"))
                .extracting(it -> it.enrolments().keySet().toString())
                .containsExactly("[spring]", "[]");
    }

    @Test
    void importsTheLinesThatAreRight() {
        // Given
        String lines =
                """
                {"member": "i1", "timeZone": "Asia/Tokyo", "contact": {"email": "i1@example.com"}}
                {"member": "i2", "timeZone": "Mars/Olympus"}

                no json
                {"timeZone": "Asia/Tokyo"}
                [1]
                {"member": "i3", "segments": ["x"]}
                {"member": "i3", "segments": ["y"]}
                """;

        // When
        HttpResponse<String> answer = send("POST", CLUB + "import", "application/x-ndjson", lines);

        // Then
        JsonNode body = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.get("accepted").asInt()).isEqualTo(3);
        assertThat(body.get("rejected").valueStream())
                .extracting(it -> it.get("line").asInt() + " " + it.get("member").asString(""))
                .containsExactly("2 i2", "4 ", "5 ", "6 ");
        assertThat(body.at("/rejected/0/problem/errors/0/pointer").asString())
                .isEqualTo("/timeZone");
        assertThat(topic.values("club/i1")).hasSize(1);
        assertThat(topic.values("club/i2")).isEmpty();
        assertThat(topic.values("club/i3"))
                .extracting(MemberAttributes::segments)
                .containsExactly(List.of("y"));
        assertThat(json("GET", CLUB + "i3/attributes").get("revision").asInt()).isEqualTo(1);
    }

    @Test
    void mergesTheLinesThatAreRight() {
        // Given
        send(
                "POST",
                CLUB + "import",
                "application/x-ndjson",
                """
                {"member": "p1", "locale": "en-GB", "attributes": {"city": "Leeds", "pets": 2}}
                {"member": "p2", "locale": "de-DE"}
                """);
        String lines =
                """
                {"member": "p1", "attributes": {"city": "York", "pets": null}}
                {"member": "p2", "timeZone": "Mars/Olympus"}
                {"member": "p3", "attributes": {"city": "Hull"}}
                {"member": "p3", "attributes": {"city": "Hull", "mail": "a@example.com"}}
                """;

        // When
        HttpResponse<String> answer =
                send("POST", CLUB + "import?merge=true", "application/x-ndjson", lines);
        HttpResponse<String> again =
                send("POST", CLUB + "import?merge=true", "application/x-ndjson", lines);

        // Then
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.get("accepted").asInt()).isEqualTo(2);
        assertThat(body.get("rejected").valueStream())
                .extracting(it -> it.get("line").asInt() + " " + it.get("member").asString(""))
                .containsExactly("2 p2", "4 p3");
        assertThat(body.at("/rejected/1/problem/errors/0/pointer").asString())
                .isEqualTo("/attributes/mail");
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(topic.values("club/p1"))
                .extracting(it -> it.locale() + " " + it.attributes())
                .containsExactly("en-GB {city=Leeds, pets=2}", "en-GB {city=York}");
        assertThat(topic.values("club/p2")).hasSize(1);
        assertThat(topic.values("club/p3")).hasSize(1);
    }

    @Test
    void importsMoreThanOneTransactionHolds() {
        // Given
        String lines =
                IntStream.range(0, 1_200)
                        .mapToObj(it -> "{\"member\": \"bulk-%d\"}".formatted(it % 1_100))
                        .collect(Collectors.joining("\n"));

        // When
        HttpResponse<String> answer = send("POST", CLUB + "import", "application/x-ndjson", lines);

        // Then
        assertThat(JSON.readTree(answer.body()).get("accepted").asInt()).isEqualTo(1_200);
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM member WHERE member LIKE 'bulk-%' AND revision = 1")
                                .query(Long.class)
                                .single())
                .isEqualTo(1_100);
    }

    @Test
    void losesNoChangeOfACrowd() throws Exception {
        // Given
        List<Future<Integer>> answers = new ArrayList<>();

        // When
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int nth = 0; nth < 40; nth++) {
                String patch = "{\"attributes\": {\"a%d\": true}}".formatted(nth);
                answers.add(
                        crowd.submit(
                                () -> send("PATCH", CLUB + "crowd", MERGE, patch).statusCode()));
            }
        }

        // Then
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 201);
        }
        assertThat(json("GET", CLUB + "crowd/attributes").get("attributes").size()).isEqualTo(40);
        assertThat(topic.values("club/crowd"))
                .extracting(MemberAttributes::revision)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    /** Who waits for a member sees all that was changed meanwhile, in other tables too. */
    @Test
    void keepsTheContactThatTheChangeBeforeItWrote() throws Exception {
        // Given
        send("PUT", CLUB + "awaited", PLAIN, "{\"contact\": {\"email\": \"old@example.com\"}}");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {

            // When
            Future<HttpResponse<String>> second =
                    new TransactionTemplate(transactions)
                            .execute(_ -> {
                                jdbc.sql("SELECT FROM member WHERE member = 'awaited' FOR UPDATE")
                                        .query((_, _) -> true)
                                        .list();
                                jdbc.sql(
                                                """
                                                UPDATE contact SET email = 'new@example.com'
                                                WHERE member = 'awaited'
                                                """)
                                        .update();
                                Future<HttpResponse<String>> waiting =
                                        other.submit(() ->
                                                send(
                                                        "PATCH",
                                                        CLUB + "awaited",
                                                        MERGE,
                                                        "{\"contact\": {\"phone\": \"+4930123456\"}}"));
                                await().until(this::somebodyWaitsForALock);
                                return waiting;
                            });

            // Then
            assertThat(second).isNotNull();
            assertThat(second.get().statusCode()).isEqualTo(200);
        }
        JsonNode contact = json("GET", CLUB + "awaited/contact");
        assertThat(contact.get("email").asString()).isEqualTo("new@example.com");
        assertThat(contact.get("phone").asString()).isEqualTo("+4930123456");
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql(
                        """
                        SELECT count(*) > 0 FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """)
                .query(Boolean.class)
                .single();
    }

    @Test
    void aWordOnOneConsentTakesNoOtherBack() {
        // Given
        send(
                "PUT",
                CLUB + "discreet",
                PLAIN,
                "{\"consents\": {\"leaderboards\": false, \"news\": true}}");

        // When
        send("PUT", CLUB + "discreet", PLAIN, "{\"consents\": {\"crm\": true}}");
        send("PATCH", CLUB + "discreet", MERGE, "{\"consents\": {\"leaderboards\": null}}");
        send(
                "PUT",
                CLUB + "discreet",
                PLAIN,
                """
                {"consents": {"leaderboards": {"given": true, "at": "2020-01-01T00:00:00Z"}}}
                """);

        // Then
        assertThat(json("GET", CLUB + "discreet/attributes").get("consents").toString())
                .isEqualTo("{\"crm\":true,\"leaderboards\":false,\"news\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "PUT;   /v1/programs/nowhere/members/ann;        {};    404; unknown-program",
                "GET;   /v1/programs/nowhere/members/a/contact;  {};    404; unknown-program",
                "POST;  /v1/programs/nowhere/members/a/challenges/spring/enrolment; {}; 404; unknown-program",
                "GET;   /v1/programs/club/members/x/attributes;  {};    404; unknown-member",
                "GET;   /v1/programs/club/members/x/contact;     {};    404; unknown-member",
                "POST;  /v1/programs/club/members/x/challenges/sprint/enrolment; {}; 404; unknown-challenge",
                "PUT;   /v1/programs/club/members/%07;           {};    400; invalid-parameter",
                "PUT;   /v1/programs/club/members/x;             [];    422; invalid-content",
                "PUT;   /v1/programs/club/members/x;             {;     400; unreadable-request",
                "PUT;   /v1/programs/club/members/x;             {\"locale\":1,\"a\":2}; 422; invalid-content",
                "POST;  /v1/programs/club/members/import;        {};    415; unsupported-media-type"
            })
    void saysWhatIsWrong(String method, String path, String body, int status, String problem) {
        // When
        HttpResponse<String> answer = send(method, path, PLAIN, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).get("type").asString())
                .isEqualTo("https://laurel.dev/problems/" + problem);
    }

    private JsonNode json(String method, String path) {
        HttpResponse<String> answer = send(method, path, PLAIN, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(
            String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + serverPort + path))
                        .header("Content-Type", type)
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("Could not send to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending to " + path, e);
        }
    }
}
