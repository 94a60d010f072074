package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.topics.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PublishAndDecideIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private static Path stateDir;
    private static RunningService service;
    private static Api api;
    private static Producers producers;

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);

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

    /** A program that gives so many stars for a visit. */
    private static String program(String id, int stars) {
        return """
        program: %s
        name: Test
        timeZone: Europe/London
        wallets:
          - { id: stars, overdraft: allow }
        events:
          visit: { owner: "string?" }
        rules:
          - id: welcome
            on: visit
            award: { stars: %d }
          - id: share
            on: visit
            when: has(event.data.owner)
            for: event.data.owner
            award: { stars: 1 }
        challenges:
          - id: two-visits
            name: Two Visits
            open: 2111-11-01/2111-12-24
            steps:
              - { id: come-back, measure: visits, target: 2, window: challenge }
            award: { stars: 5 }
        streaks:
          - { id: daily, name: Daily, on: visit, every: day, milestones: { 3: { stars: 1 } } }
        metrics:
          - { id: visits, on: visit, value: count() }
        """
                .formatted(id, stars);
    }

    @Test
    void decidesWhatComesAfterThePublicationByThatVersion() {
        // Given
        String program = "versions";
        Map<String, Integer> accepted = new TreeMap<>();

        // When
        for (int round = 1; round <= 20; round++) {
            Api.Answer published = api.publish(program, program(program, 1 + round % 2));
            assertThat(published.status()).isEqualTo(201);
            int version = published.json().get("version").asInt();
            for (int i = 0; i < 10; i++) {
                String id = "r%d-%d".formatted(round, i);
                producers.send(Producers.event(program, "m" + i, id, "visit", Map.of()));
                accepted.put(id, version);
            }
        }

        // Then
        Map<String, Integer> decidedBy = new TreeMap<>();
        await().atMost(PATIENCE)
                .until(() -> {
                    for (int i = 0; i < 10; i++) {
                        for (Decision decision : decisions.values(program + "/m" + i)) {
                            decidedBy.put(decision.event().id(), decision.version());
                        }
                    }
                    return decidedBy.size() == accepted.size();
                });
        assertThat(decidedBy)
                .allSatisfy((id, version) ->
                        assertThat(version).isGreaterThanOrEqualTo(accepted.get(id)));
    }

    @Test
    void keepsEveryDecisionInTheJournal() {
        // Given
        String program = "journal";
        api.publish(program, program(program, 3));
        String member = "a b/ü%";
        String path = "/v1/programs/journal/members/a%20b%2F%C3%BC%25";

        // When
        producers.send(Producers.event(program, member, "1/1", "visit", Map.of()));
        producers.send(Producers.event(program, member, "1/1", "visit", Map.of()));
        producers.send(Producers.event(program, member, "2", "visit", Map.of()));

        // Then
        await().atMost(PATIENCE)
                .until(() -> api.get(path + "/decisions").json().get("items").size() == 2);
        JsonNode first = api.get(path + "/decisions?limit=1").json();
        assertThat(first.get("items").size()).isEqualTo(1);
        JsonNode second =
                api.get(path + "/decisions?limit=1&cursor=" + first.get("next").asString()).json();
        assertThat(second.get("items").get(0).get("event").get("id").asString())
                .isNotEqualTo(first.get("items").get(0).get("event").get("id").asString());
        assertThat(second.get("next").isNull()).isTrue();

        JsonNode event = api.get("/v1/programs/journal/events/%2Ftills%2F7/1%2F1").json();
        assertThat(event.get("status").asString()).isEqualTo("decided");
        assertThat(event.get("decisions").get(0).get("points").get(0).get("points").asInt())
                .isEqualTo(3);
        assertThat(api.get("/v1/programs/journal/events/%2Ftills%2F7/nothing").status())
                .isEqualTo(404);

        JsonNode challenge = api.get(path + "/challenges").json();
        assertThat(challenge.get("lastActivity").asString()).isEqualTo("2111-12-01T08:00:00Z");
        assertThat(challenge.get("items").get(0).toString())
                .isEqualTo(
                        "{\"challenge\":\"two-visits\",\"name\":\"Two Visits\",\"steps\":[{\"step\":\"come-back\",\"value\":2.0,\"target\":2.0}],\"completed\":true}");
        JsonNode streaks = api.get(path + "/streaks").json();
        assertThat(streaks.get("items").get(0).toString())
                .isEqualTo(
                        "{\"streak\":\"daily\",\"name\":\"Daily\",\"every\":\"day\",\"length\":1,\"longest\":1,\"freezes\":0,\"since\":\"2111-12-01\",\"last\":\"2111-12-01\",\"endsAt\":\"2111-12-03T00:00:00Z\",\"nextMilestone\":3}");
        assertThat(api.get("/v1/programs/journal/members/nobody/streaks").status()).isEqualTo(404);
        assertThat(api.get("/v1/programs/journal/members/nobody/challenges").status())
                .isEqualTo(404);
        assertThat(
                        api.get("/v1/programs/journal/members/nobody/decisions")
                                .json()
                                .get("items")
                                .size())
                .isZero();
    }

    @Test
    void restartsProgressWithTheNextEventAndSaysHowManyMembersThatTouches() {
        // Given
        String program = "restarts";
        String challenges = "/v1/programs/restarts/members/ann/challenges";
        api.publish(program, program(program, 1));
        producers.send(Producers.event(program, "ann", "1", "visit", Map.of()));
        producers.send(Producers.event(program, "ann", "2", "visit", Map.of()));
        producers.send(Producers.event(program, "bob", "3", "visit", Map.of()));
        await().atMost(PATIENCE)
                .until(() ->
                        api.get(challenges).json().at("/items/0/completed").asBoolean(false)
                                && api.get("/v1/programs/restarts/members/bob/challenges").status()
                                        == 200);

        // When
        String draft = "/v1/programs/restarts/draft";
        api.putYaml(
                draft,
                program(program, 1).replace("target: 2", "target: 3"),
                api.get(draft).etag());
        JsonNode published =
                api.postJson(
                                "/v1/programs/restarts/versions",
                                "{\"progress\": {\"challenge:two-visits\": \"restart\"}}")
                        .json();

        // Then
        assertThat(published.get("mechanics").toString())
                .isEqualTo(
                        "[{\"mechanic\":\"challenge:two-visits\",\"choice\":\"restart\",\"declared\":true,\"choices\":[\"keep\",\"restart\",\"recompute\"],\"members\":2,\"completed\":1}]");
        assertThat(api.get(challenges).json().at("/items/0/steps/0/value").asDouble()).isZero();
        for (int visit = 4; visit <= 6; visit++) {
            producers.send(Producers.event(program, "ann", "v" + visit, "visit", Map.of()));
        }
        await().atMost(PATIENCE).until(() -> decisions.values("restarts/ann").size() == 5);
        assertThat(decisions.values("restarts/ann"))
                .extracting(decision ->
                        decision.points().stream()
                                .filter(points -> points.cause().kind() == Cause.Kind.CHALLENGE)
                                .mapToLong(PointsEffect::points)
                                .sum())
                .containsExactly(0L, 5L, 0L, 0L, 5L);
    }

    @Test
    void decidesForOtherBeneficiariesOnTheirOwnPartition() {
        // Given
        String program = "sharing";
        api.publish(program, program(program, 1));

        // When
        producers.send(Producers.event(program, "guest", "1", "visit", Map.of("owner", "host")));

        // Then
        await().atMost(PATIENCE).until(() -> decisions.values("sharing/host").size() == 1);
        Decision ofHost = decisions.values("sharing/host").getFirst();
        assertThat(ofHost.member()).isEqualTo("host");
        assertThat(ofHost.event().subject()).isEqualTo("guest");
        await().atMost(PATIENCE)
                .until(() ->
                        api.get("/v1/programs/sharing/events/%2Ftills%2F7/1")
                                        .json()
                                        .path("decisions")
                                        .size()
                                == 2);
    }

    @Test
    void setsPoisonAsideAndGoesOn() {
        // Given
        String program = "poison";
        api.publish(program, program(program, 1));

        // When
        producers.sendRaw("poison/m", "no json");
        producers.send(Producers.event(program, "m", "1", "vist", Map.of()));
        producers.send(Producers.event("no-such-program", "m", "2", "visit", Map.of()));
        producers.send(Producers.event(program, "m", "3", "visit", Map.of("owner", 7)));
        producers.send(Producers.event(program, "m", "4", "visit", Map.of()));

        // Then
        await().atMost(PATIENCE).until(() -> decisions.values("poison/m").size() == 1);
        List<String> reasons = new ArrayList<>();
        TopicProbe<?> events = new TopicProbe<>(Topics.EVENTS);
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(events.deadLetters("poison/m")).hasSize(3);
                    assertThat(events.deadLetters("no-such-program/m")).hasSize(1);
                });
        for (ConsumerRecord<byte[], byte[]> dead : events.deadLetters("poison/m")) {
            reasons.add(header(dead, DeadLetters.REASON));
            assertThat(header(dead, DeadLetters.TOPIC)).isEqualTo("laurel.events");
            assertThat(header(dead, DeadLetters.SERVICE)).isEqualTo("rules-service");
        }
        assertThat(reasons)
                .satisfiesExactly(
                        broken -> assertThat(broken).contains("JSON"),
                        type -> assertThat(type).contains("'vist'", "'visit'"),
                        shape -> assertThat(shape).contains("owner"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
