package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.servicetesting.TopicProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What would be decided, asked for over HTTP, beside what is decided. */
class ExplanationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/v1/programs/explained/explanations?import=true";

    private static final List<String> OF_THE_RECEIPT = List.of("recordedTime", "imported");

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
        api.publish(
                "explained",
                """
                program: explained
                name: Test
                timeZone: Europe/London
                wallets:
                  - { id: stars, overdraft: allow }
                events:
                  visit: { amount: double?, owner: string? }
                rules:
                  - { id: welcome, on: visit, award: { stars: 3 } }
                  - { id: big, on: visit, when: "has(event.data.amount) && event.data.amount > 10.0", award: { stars: 10 } }
                  - { id: vip, on: visit, when: "'vip' in member.segments", award: { stars: 100 } }
                  - { id: share, on: visit, when: has(event.data.owner), for: event.data.owner, award: { stars: 1 } }
                challenges:
                  - id: two-visits
                    name: Two Visits
                    open: 2011-11-01/..
                    steps:
                      - { id: come-back, measure: visits, target: 2, window: challenge }
                    award: { stars: 5 }
                metrics:
                  - { id: visits, on: visit, value: count() }
                """);
    }

    /** The intake takes no events from the future, and what is long past is forgotten. */
    private final Instant recent =
            Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    @AfterAll
    static void stop() {
        producers.close();
        service.close();
    }

    @Test
    void saysWhatEveryRuleWouldDoAndWritesNothing() {
        // When
        JsonNode first = explain(event("nobody", "1", "{\"amount\": 4.0}"));

        // Then
        assertThat(first.at("/decision/outcome").asString()).isEqualTo("DECIDED");
        assertThat(first.at("/decision/points/0/points").asInt()).isEqualTo(3);
        assertThat(first.at("/decision/rules").valueStream())
                .extracting(it -> it.get("rule").asString() + " " + it.get("outcome").asString())
                .containsExactly("welcome AWARDED", "big REFUSED", "vip REFUSED", "share REFUSED");
        assertThat(first.at("/sentences/0/text").asString()).isEqualTo("It moves +3 stars.");
        assertThat(first.at("/sentences/1/text").asString())
                .startsWith("It gives nothing. ")
                .contains("event.data.amount");
        JsonNode again = explain(event("nobody", "1", "{\"amount\": 4.0}"));
        assertThat(withoutReceipt(again)).isEqualTo(withoutReceipt(first));
        assertThat(decisions.values("explained/nobody")).isEmpty();
        assertThat(api.get("/v1/programs/explained/members/nobody/challenges").status())
                .isEqualTo(404);
    }

    @Test
    void isWhatIsDecidedWhenTheEventIsSentAndADuplicateAfterThat() {
        // Given
        producers.send(Producers.event("explained", "ann", "1", "visit", recent, Map.of()));
        await().atMost(PATIENCE).until(() -> decisions.values("explained/ann").size() == 1);
        JsonNode explained = explain(event("ann", "2", "{\"owner\": \"bob\"}"));

        // When
        producers.send(
                Producers.event("explained", "ann", "2", "visit", recent, Map.of("owner", "bob")));

        // Then
        await().atMost(PATIENCE)
                .until(() ->
                        api.get("/v1/programs/explained/members/ann/decisions")
                                        .json()
                                        .get("items")
                                        .size()
                                == 2);
        JsonNode decided =
                api.get("/v1/programs/explained/events/%2Ftills%2F7/2")
                        .json()
                        .get("decisions")
                        .valueStream()
                        .filter(it -> it.get("member").asString().equals("ann"))
                        .findFirst()
                        .orElseThrow();
        assertThat(explained.at("/decision/challenges/0/completed").asBoolean()).isTrue();
        assertThat(explained.get("otherBeneficiaries").toString()).isEqualTo("[\"bob\"]");
        ((ObjectNode) decided.get("event")).remove(OF_THE_RECEIPT);
        assertThat(withoutReceipt(explained).get("decision")).isEqualTo(decided);
        assertThat(
                        explain(event("ann", "2", "{\"owner\": \"bob\"}"))
                                .at("/decision/outcome")
                                .asString())
                .isEqualTo("DUPLICATE");
    }

    @Test
    void knowsWhatTheRegistrySays() {
        // Given
        TopicProbe<MemberAttributes> registry = new TopicProbe<>(Topics.MEMBERS);
        registry.send(
                registry.raw(
                        "explained/vera",
                        new MemberAttributes(
                                "explained",
                                "vera",
                                1,
                                null,
                                null,
                                List.of("vip"),
                                List.of(),
                                Map.of(),
                                Map.of(),
                                Producers.TIME)));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        explain(event("vera", "1", "{}"))
                                                .at("/decision/rules/2/awarded/stars")
                                                .asInt())
                                .isEqualTo(100));
    }

    @Test
    void saysWhatTheEventDoesForTheMembersTeam() {
        // Given
        api.publish(
                "explained-teams",
                """
                program: explained-teams
                timeZone: Europe/London
                wallets: [ { id: stars } ]
                events: { visit: { amount: double } }
                metrics: [ { id: revenue, on: visit, value: sum(event.data.amount) } ]
                challenges:
                  - id: potluck
                    name: Potluck
                    by: team
                    steps: [ { id: twenty, measure: revenue, target: 20 } ]
                    award: { stars: 50 }
                """);
        TopicProbe<MemberAttributes> registry = new TopicProbe<>(Topics.MEMBERS);
        registry.send(
                registry.raw(
                        "explained-teams/ann",
                        new MemberAttributes(
                                "explained-teams",
                                "ann",
                                1,
                                null,
                                null,
                                List.of(),
                                List.of(new MemberAttributes.Membership("red", Instant.EPOCH)),
                                Map.of(),
                                Map.of(),
                                Producers.TIME)));
        String path = "/v1/programs/explained-teams/explanations?import=true";
        await().atMost(PATIENCE)
                .until(() ->
                        !explain(path, event("ann", "1", "{\"amount\": 15.5}"))
                                .get("teams")
                                .isEmpty());

        // When
        JsonNode first = explain(path, event("ann", "1", "{\"amount\": 15.5}"));
        producers.send(
                Producers.event(
                        "explained-teams", "ann", "1", "visit", recent, Map.of("amount", 15.5)));
        await().atMost(PATIENCE).until(() -> decisions.values("explained-teams/ann").size() == 2);
        JsonNode second = explain(path, event("ann", "2", "{\"amount\": 4.5}"));

        // Then
        assertThat(first.at("/teams/0/team").asString()).isEqualTo("red");
        assertThat(first.at("/teams/0/text").asString())
                .isEqualTo("In challenge potluck, team red comes to 15.5 of 20 (twenty).");
        Decision told = decisions.values("explained-teams/ann").getLast();
        JsonNode expected = first.at("/teams/0/decisions/0");
        assertThat(expected.get("id").asString()).isEqualTo(told.id().toString());
        assertThat(expected.at("/challenges/0/steps/0/after").asDouble())
                .isEqualTo(told.challenges().getFirst().steps().getFirst().after());
        assertThat(second.at("/teams/0/decisions/0/points/0/points").asInt()).isEqualTo(50);
        assertThat(second.at("/teams/0/text").asString())
                .isEqualTo(
                        "In challenge potluck, team red comes to 20 of 20 (twenty). That completes it for the member. It moves +50 stars for the member.");
        assertThat(decisions.values("explained-teams/ann")).hasSize(2);
        assertThat(explain(path, event("ann", "1", "{\"amount\": 15.5}")).get("teams").isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "nowhere;   visit; {};                 404; unknown-program;    ",
                "explained; vist;  {};                 422; unknown-event-type; /type",
                "explained; visit; {\"amount\": \"x\"}; 422; invalid-event;      /data/amount",
                "explained; visit; [];                 422; invalid-event;      /data",
                "explained; visit; {;                  400; unreadable-request; "
            })
    void saysWhatIsWrong(
            String program, String type, String data, int status, String problem, String pointer) {
        // When
        Api.Answer answer =
                api.postEvent(
                        "/v1/programs/" + program + "/explanations",
                        event("ann", "9", data).replace("\"visit\"", "\"" + type + "\""));

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").asString())
                .isEqualTo("https://laurel.dev/problems/" + problem);
        if (pointer != null) {
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    private static JsonNode explain(String event) {
        return explain(PATH, event);
    }

    private static JsonNode explain(String path, String event) {
        Api.Answer answer = api.postEvent(path, event);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode withoutReceipt(JsonNode explained) {
        ((ObjectNode) explained.at("/decision/event")).remove(OF_THE_RECEIPT);
        return explained;
    }

    private String event(String member, String id, String data) {
        return """
        {"specversion": "1.0", "source": "%s", "id": "%s", "type": "visit", "subject": "%s",
         "time": "%s", "data": %s}
        """
                .formatted(Producers.SOURCE, id, member, recent, data);
    }
}
