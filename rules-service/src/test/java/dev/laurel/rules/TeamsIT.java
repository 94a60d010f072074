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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Members of one team on many partitions, through a real broker and database. */
class TeamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MEMBERS = 20;

    @TempDir private static Path stateDir;
    private static RunningService service;
    private static Producers producers;

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);
    private final TopicProbe<MemberAttributes> registry = new TopicProbe<>(Topics.MEMBERS);

    @BeforeAll
    static void start() {
        service = RunningService.start(stateDir);
        producers = new Producers();
        service.api()
                .publish(
                        "office",
                        """
                        program: office
                        timeZone: Europe/London
                        wallets: [ { id: stars } ]
                        events:
                          sale: { amount: double }
                          undone: { sale: string, reverses: { event: sale, by: data.sale } }
                        metrics: [ { id: revenue, on: sale, value: sum(event.data.amount) } ]
                        challenges:
                          - id: potluck
                            name: Potluck
                            by: team
                            steps: [ { id: twenty, measure: revenue, target: 20 } ]
                            award: { stars: 50 }
                        """);
    }

    @AfterAll
    static void stop() {
        producers.close();
        service.close();
    }

    @Test
    void allWhoContributedArePaidOnceAndPayBackWhenTheTeamFallsBelowItsTarget() {
        // Given
        for (int i = 0; i < MEMBERS; i++) {
            join("m" + i, "red");
            sell("m" + i, "s" + i);
            sell("m" + i, "s" + i);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(paid()).containsOnly(50L));
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(progress().at("/items/0/steps/0/value").asDouble()).isEqualTo(20);
                    assertThat(progress().at("/items/0/completed").asBoolean()).isTrue();
                });

        // When
        producers.send(Producers.event("office", "m7", "u7", "undone", Map.of("sale", "s7")));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(paid()).containsOnly(0L));
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(progress().at("/items/0/steps/0/value").asDouble()).isEqualTo(19);
                    assertThat(ofMember("m3").at("/items/0/steps/0/value").asDouble())
                            .isEqualTo(19);
                    assertThat(ofMember("m3").at("/items/0/team").asString()).isEqualTo("red");
                });
    }

    private static void sell(String member, String id) {
        producers.send(Producers.event("office", member, id, "sale", Map.of("amount", 1.0)));
    }

    private void join(String member, String team) {
        registry.send(
                registry.raw(
                        "office/" + member,
                        new MemberAttributes(
                                "office",
                                member,
                                1,
                                null,
                                null,
                                List.of(),
                                List.of(new MemberAttributes.Membership(team, Instant.EPOCH)),
                                Map.of(),
                                Map.of(),
                                Producers.TIME)));
    }

    /** What each member has been given in all. */
    private List<Long> paid() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(i ->
                        decisions.values("office/m" + i).stream()
                                .flatMap(decision -> decision.points().stream())
                                .mapToLong(points -> points.points())
                                .sum())
                .toList();
    }

    private static JsonNode progress() {
        return service.api().get("/v1/programs/office/teams/red/challenges").json();
    }

    private static JsonNode ofMember(String member) {
        return service.api().get("/v1/programs/office/members/" + member + "/challenges").json();
    }
}
