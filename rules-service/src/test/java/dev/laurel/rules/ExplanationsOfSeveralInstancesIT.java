package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.embedded.LoopbackPorts;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.testinfra.TestProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two instances, each of which keeps a part of the members and answers for all of them. */
class ExplanationsOfSeveralInstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/v1/programs/spread/explanations";

    private static final String PROGRAM =
            """
            program: spread
            name: Spread
            timeZone: Europe/London
            wallets:
              - { id: stars, overdraft: allow }
            events:
              visit: {}
            metrics: [ { id: visits, on: visit, value: count() } ]
            challenges:
              - id: together
                name: Together
                by: team
                steps: [ { id: hundred, measure: visits, target: 100 } ]
                award: { stars: 5 }
            rules:
              - { id: once, on: visit, award: { stars: 1 }, limits: [ { per: ever, stars: 1 } ] }
            """;

    private static final List<String> MEMBERS =
            IntStream.range(0, 12).mapToObj(each -> "mémber-" + each).toList();

    /** The intake takes no events from the future, and what is long past is forgotten. */
    private final Instant recent =
            Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);

    @Test
    void everyInstanceAnswersForAllMembers(@TempDir Path one, @TempDir Path two) {
        // Given
        Map<String, String> properties = TestProperties.fresh();
        try (Producers producers = new Producers();
                RunningService first = RunningService.start(advertised(properties), one)) {
            first.api().publish("spread", PROGRAM);
            Set<String> keptByOne;
            try (RunningService second = RunningService.start(advertised(properties), two)) {
                await().atMost(PATIENCE).until(() -> isSpread(first.api(), second.api()));
                MEMBERS.forEach(this::join);
                producers.send(
                        MEMBERS.stream()
                                .map(each ->
                                        Producers.event(
                                                "spread", each, "1", "visit", recent, Map.of()))
                                .toList());
                await().atMost(PATIENCE)
                        .until(() ->
                                MEMBERS.stream()
                                        .allMatch(each ->
                                                decisions.values("spread/" + each).size() == 2));
                keptByOne = keptBy(first.api());

                // Then
                for (String member : MEMBERS) {
                    JsonNode asked = explained(first.api(), member, "2");
                    assertThat(asked.at("/decision/member").asString()).isEqualTo(member);
                    assertThat(asked.at("/decision/rules/0/outcome").asString())
                            .isEqualTo("CAPPED");
                    assertThat(explained(second.api(), member, "2").get("sentences"))
                            .isEqualTo(asked.get("sentences"));
                    assertThat(asked.at("/teams/0/text").asString())
                            .isEqualTo(
                                    "In challenge together, team %s comes to 3 of 100 (hundred)."
                                            .formatted(team(member)));
                    assertThat(explained(second.api(), member, "2").at("/teams/0/text"))
                            .isEqualTo(asked.at("/teams/0/text"));
                    assertThat(
                                    explained(second.api(), member, "1")
                                            .at("/decision/outcome")
                                            .asString())
                            .isEqualTo("DUPLICATE");
                }
                assertThat(first.api().postEvent(PATH, "{").status()).isEqualTo(400);
            }

            // When one of the two is gone
            Set<String> lost =
                    MEMBERS.stream()
                            .filter(each -> !keptByOne.contains(each))
                            .collect(Collectors.toSet());
            assertThat(lost).isNotEmpty();
            await().atMost(PATIENCE).until(() -> keptBy(first.api()).containsAll(lost));

            // Then
            for (String member : lost) {
                assertThat(explained(first.api(), member, "1").at("/decision/outcome").asString())
                        .isEqualTo("DUPLICATE");
            }
        }
    }

    /** Teams of two, which are kept apart from their members. */
    private static String team(String member) {
        return "team-" + MEMBERS.indexOf(member) % (MEMBERS.size() / 2);
    }

    private void join(String member) {
        TopicProbe<MemberAttributes> registry = new TopicProbe<>(Topics.MEMBERS);
        registry.send(
                registry.raw(
                        "spread/" + member,
                        new MemberAttributes(
                                "spread",
                                member,
                                1,
                                null,
                                null,
                                List.of(),
                                List.of(
                                        new MemberAttributes.Membership(
                                                team(member), Instant.EPOCH)),
                                Map.of(),
                                Map.of(),
                                Producers.TIME)));
    }

    /** Every member is kept by exactly one of them, and each keeps some. */
    private boolean isSpread(Api first, Api second) {
        Set<String> ofFirst = keptBy(first);
        Set<String> ofSecond = keptBy(second);
        return !ofFirst.isEmpty()
                && !ofSecond.isEmpty()
                && ofFirst.stream().noneMatch(ofSecond::contains)
                && ofFirst.size() + ofSecond.size() == MEMBERS.size();
    }

    /** For whom the instance itself answers: what another one passed on is not passed on again. */
    private Set<String> keptBy(Api instance) {
        return MEMBERS.stream()
                .filter(member -> {
                    Api.Answer answer = instance.postForwardedEvent(PATH, event(member, "2"));
                    if (answer.status() == 503) {
                        assertThat(answer.retryAfter()).isEqualTo("2");
                        assertThat(answer.json().get("type").asString())
                                .isEqualTo("https://laurel.dev/problems/not-explainable");
                        return false;
                    }
                    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                    return true;
                })
                .collect(Collectors.toSet());
    }

    private JsonNode explained(Api instance, String member, String id) {
        Api.Answer answer = instance.postEvent(PATH + "?import=true", event(member, id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String event(String member, String id) {
        return """
        {"specversion": "1.0", "source": "%s", "id": "%s", "type": "visit", "subject": "%s",
         "time": "%s", "data": {}}
        """
                .formatted(Producers.SOURCE, id, member, recent);
    }

    private static Map<String, String> advertised(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("server.port", Integer.toString(LoopbackPorts.free()));
        all.put("laurel.streams.advertised.host", "localhost");
        // What other tests have left on the broker must not keep members from a new instance.
        all.put(
                "spring.cloud.stream.kafka.streams.binder.configuration.acceptable.recovery.lag",
                "1000000000");
        return all;
    }
}
