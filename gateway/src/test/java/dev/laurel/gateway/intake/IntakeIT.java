package dev.laurel.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.events.Event;
import dev.laurel.gateway.Caller;
import dev.laurel.gateway.ProgramPublisher;
import dev.laurel.gateway.RunningGateway;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningGateway
class IntakeIT {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";
    private static final Map<String, Object> SHOP =
            Map.of("purchase", Map.of("amount", "double", "store", "string?"));

    private final Caller caller;
    private final ProgramPublisher publisher;

    @Autowired
    IntakeIT(Caller caller, ProgramPublisher publisher) {
        this.caller = caller;
        this.publisher = publisher;
    }

    @Test
    void answersOnceABinaryEventIsOnTheTopic() {
        // Given
        publisher.publish("intake-binary", 1, SHOP);

        // When
        HttpResponse<String> response =
                caller.post(
                        "/v1/programs/intake-binary/events",
                        "application/json",
                        "{\"amount\": 12.5}",
                        "ce-specversion",
                        "1.0",
                        "ce-id",
                        "e-1",
                        "ce-source",
                        "/till/7",
                        "ce-type",
                        "purchase",
                        "ce-subject",
                        "ann",
                        "ce-time",
                        "2011-12-09T12:50:00Z");

        // Then
        assertThat(caller.json(response, 202).toString())
                .isEqualTo("{\"accepted\":1,\"rejected\":[]}");
        assertThat(EventTopic.events("intake-binary"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.source()).isEqualTo("/till/7");
                    assertThat(event.id()).isEqualTo("e-1");
                    assertThat(event.subject()).isEqualTo("ann");
                    assertThat(event.time()).isEqualTo(Instant.parse("2011-12-09T12:50:00Z"));
                    assertThat(event.data()).containsEntry("amount", 12.5);
                    assertThat(event.imported()).isFalse();
                });
    }

    @Test
    void takesAStructuredEventAndHistory() {
        // Given
        publisher.publish("intake-structured", 1, SHOP);

        // When
        HttpResponse<String> response =
                caller.post(
                        "/v1/programs/intake-structured/events?import=true",
                        STRUCTURED,
                        event("e-1", "purchase", "ann", "{\"amount\": 3}"));

        // Then
        assertThat(caller.json(response, 202).get("accepted").asInt()).isEqualTo(1);
        assertThat(EventTopic.events("intake-structured"))
                .singleElement()
                .matches(Event::imported, "declared as history");
    }

    @Test
    void takesTheGoodEventsOfABatchAndSaysWhatIsWrongWithTheOthers() {
        // Given
        publisher.publish("intake-batch", 1, SHOP);
        String batch =
                "["
                        + String.join(
                                ",",
                                event("good-1", "purchase", "ann", "{\"amount\": 3.5}"),
                                "{\"id\": \"malformed\"}",
                                event("typo", "purchas", "ann", "{\"amount\": 3.5}"),
                                event("no-member", "purchase", "", "{\"amount\": 3.5}")
                                        .replace("\"subject\": \"\", ", ""),
                                event("dawn-of-time", "purchase", "ann", "{\"amount\": 3.5}")
                                        .replace("2011-", "1970-"),
                                event("misshapen", "purchase", "ann", "{\"amount\": \"3.5\"}"),
                                "42",
                                event("good-2", "purchase", "bob", "{\"amount\": 4}"))
                        + "]";

        // When
        JsonNode answer =
                caller.json(caller.post("/v1/programs/intake-batch/events", BATCHED, batch), 202);

        // Then
        assertThat(answer.get("accepted").asInt()).isEqualTo(2);
        assertThat(EventTopic.events("intake-batch"))
                .extracting(Event::id)
                .containsExactlyInAnyOrder("good-1", "good-2");
        assertThat(answer.get("rejected").valueStream())
                .extracting(it -> it.get("index").asInt() + " " + it.path("id").asString(""))
                .containsExactly(
                        "1 malformed",
                        "2 typo",
                        "3 no-member",
                        "4 dawn-of-time",
                        "5 misshapen",
                        "6 ");
        assertRejected(answer, 1, "unknown-event-type", "/type", "Did you mean 'purchase'?");
        assertRejected(answer, 2, "invalid-event", "/subject", "it was absent");
        assertRejected(answer, 3, "invalid-event", "/time", "the year 2000");
        assertRejected(answer, 4, "invalid-event", "/data/amount", "it was the string '3.5'");
        assertThat(answer.at("/rejected/0/problem/errors").size()).isGreaterThan(3);
        assertThat(answer.at("/rejected/5/problem/detail").asString()).contains("a number");
    }

    @Test
    void acceptsNothingOfABatchWithoutAGoodEvent() {
        // Given
        publisher.publish("intake-all-bad", 1, SHOP);

        // When
        JsonNode answer =
                caller.json(
                        caller.post("/v1/programs/intake-all-bad/events", BATCHED, "[{}, {}]"),
                        202);

        // Then
        assertThat(answer.get("accepted").asInt()).isZero();
        assertThat(answer.get("rejected").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"purchas, unknown-event-type, /type", "purchase, invalid-event, /data/amount"})
    void refusesASingleBadEventAsAWhole(String type, String slug, String pointer) {
        // Given
        publisher.publish("intake-single", 1, SHOP);

        // When
        HttpResponse<String> response =
                caller.post(
                        "/v1/programs/intake-single/events",
                        STRUCTURED,
                        event("e-1", type, "ann", "{}"));

        // Then
        JsonNode problem = caller.problem(response, 422, slug);
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(problem.get("instance").asString())
                .isEqualTo("/v1/programs/intake-single/events");
        assertThat(EventTopic.events("intake-single")).isEmpty();
    }

    @Test
    void neverRefusesAnEventForAProgramThatIsPublishedAlready() {
        for (int version = 1; version <= 10; version++) {
            // Given
            String type = "type-" + version;
            publisher.publish("intake-news", version, Map.of(type, Map.of()));

            // When
            HttpResponse<String> response =
                    caller.post(
                            "/v1/programs/intake-news/events",
                            STRUCTURED,
                            event("e-" + version, type, "ann", "{}"));

            // Then
            caller.json(response, 202);
        }
    }

    @ParameterizedTest
    @CsvSource({"never-published", "Not%20an%20id"})
    void doesNotKnowAProgramThatWasNeverPublished(String program) {
        HttpResponse<String> response =
                caller.post(
                        "/v1/programs/" + program + "/events",
                        STRUCTURED,
                        event("e-1", "purchase", "ann", "{}"));
        caller.problem(response, 404, "unknown-program");
    }

    @Test
    void saysWhereJsonIsBroken() {
        HttpResponse<String> response =
                caller.post("/v1/programs/x/events", BATCHED, "[\n  {\"id\": \"1\",}\n]");
        assertThat(caller.problem(response, 400, "unreadable-request").get("detail").asString())
                .contains("line 2, column 14");
    }

    @Test
    void namesTheFormatsThatItReads() {
        HttpResponse<String> response =
                caller.post("/v1/programs/x/events", "application/json", "{}");
        assertThat(caller.problem(response, 415, "unsupported-media-type").get("detail").asString())
                .contains(STRUCTURED, BATCHED, "ce- headers");
    }

    @Test
    void refusesABatchOfMoreThanAThousandEvents() {
        String batch = String.join(",", Collections.nCopies(1_001, "{}"));
        HttpResponse<String> response =
                caller.post("/v1/programs/x/events", BATCHED, "[" + batch + "]");
        assertThat(caller.problem(response, 413, "batch-too-large").get("detail").asString())
                .contains("1000");
    }

    @Test
    void refusesATwoMegabyteBody() {
        String body = "[" + " ".repeat(2 * 1024 * 1024) + "]";
        caller.problem(caller.post("/v1/programs/x/events", BATCHED, body), 413, "body-too-large");
    }

    @Test
    void refusesATwoMegabyteBodyOfUndeclaredLength() {
        byte[] body = ("[" + " ".repeat(2 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);
        caller.problem(
                caller.send(
                        "POST",
                        "/v1/programs/x/events",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        "Content-Type",
                        BATCHED),
                413,
                "body-too-large");
    }

    @Test
    void namesTheMethodOfTheAddress() {
        caller.problem(caller.get("/v1/programs/x/events"), 405, "method-not-allowed");
    }

    private static void assertRejected(
            JsonNode answer, int position, String slug, String pointer, String message) {
        JsonNode problem = answer.at("/rejected/" + position + "/problem");
        assertThat(problem.get("type").asString()).endsWith("/" + slug);
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("detail").asString()).contains(message);
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static String event(String id, String type, String subject, String data) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "/till/7", "type": "%s", "subject": "%s", \
        "time": "2011-12-09T12:50:00Z", "data": %s}\
        """
                .formatted(id, type, subject, data);
    }
}
