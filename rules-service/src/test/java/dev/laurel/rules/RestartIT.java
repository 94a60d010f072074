package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.Decision.Outcome;
import dev.laurel.contracts.events.Event;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.testinfra.TestProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PROGRAM =
            """
            program: restarted
            name: Restarted
            timeZone: Europe/London
            wallets:
              - { id: stars, overdraft: allow }
            events:
              visit: {}
            rules:
              - { id: first-three, on: visit, award: { stars: 1 }, limits: [ { per: ever, stars: 3, fill: partial } ] }
            """;

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);

    @Test
    void remembersMembersAndEventsWhenItsDiskIsLost(@TempDir Path before, @TempDir Path after) {
        // Given
        Map<String, String> properties = TestProperties.fresh();
        try (Producers producers = new Producers()) {
            try (RunningService service = RunningService.start(properties, before)) {
                service.api().publish("restarted", PROGRAM);
                producers.send(List.of(visit("1"), visit("2")));
                await().atMost(PATIENCE).until(() -> decided().size() == 2);
            }

            // When
            try (RunningService service = RunningService.start(properties, after)) {
                producers.send(List.of(visit("2"), visit("3"), visit("4")));

                // Then
                await().atMost(PATIENCE).until(() -> decided().size() == 5);
                assertThat(decided())
                        .extracting(Decision::outcome)
                        .containsExactly(
                                Outcome.DECIDED,
                                Outcome.DECIDED,
                                Outcome.DUPLICATE,
                                Outcome.DECIDED,
                                Outcome.DECIDED);
                assertThat(decided().stream().mapToInt(decision -> decision.points().size()).sum())
                        .isEqualTo(3);
                await().atMost(PATIENCE)
                        .until(() ->
                                service.api()
                                                .get("/v1/programs/restarted/members/ann/decisions")
                                                .json()
                                                .get("items")
                                                .size()
                                        == 4);
            }
        }
    }

    private static Event visit(String id) {
        return Producers.event("restarted", "ann", id, "visit", Producers.TIME, Map.of());
    }

    private List<Decision> decided() {
        return decisions.values("restarted/ann");
    }
}
