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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the service, one of which goes away, tell of a silence once. */
class SilenceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String PROGRAM =
            """
            program: silence-club
            name: Silence Club
            timeZone: Europe/London
            wallets:
              - { id: stars }
            events:
              visit: {}
              missed: { since: timestamp, emitted: { after: PT1H, without: [ visit ] } }
            rules:
              - { id: come-back, on: missed, award: { stars: 50 } }
            """;

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);

    @Test
    void isToldOfOnceByWhoeverIsThere(@TempDir Path one, @TempDir Path other) {
        // Given
        Map<String, String> properties = new HashMap<>(TestProperties.fresh());
        properties.put("laurel.streams.announce-every", "200ms");
        List<String> members = IntStream.range(0, 8).mapToObj(n -> "m" + n).toList();
        Instant anHourAgo = Instant.now().minus(1, ChronoUnit.HOURS);
        try (Producers producers = new Producers();
                RunningService staying = RunningService.start(properties, one)) {
            staying.api().publish("silence-club", PROGRAM);
            try (RunningService leaving = RunningService.start(properties, other)) {

                // When
                assertThat(leaving.api().get("/actuator/health/readiness").status()).isEqualTo(200);
                producers.send(
                        members.stream().map(member -> visit(member, "1", anHourAgo)).toList());
                await().atMost(PATIENCE).until(() -> decided(members) == 2 * members.size());
            }
            producers.send(
                    members.stream().map(member -> visit(member, "2", Instant.now())).toList());
            await().atMost(PATIENCE).until(() -> decided(members) >= 3 * members.size());
        }

        // Then
        assertThat(members)
                .allSatisfy(member -> {
                    List<Decision> ofMember = decisions.values("silence-club/" + member);
                    assertThat(ofMember)
                            .extracting(decision -> decision.event().type())
                            .containsExactly("visit", "missed", "visit");
                    assertThat(ofMember)
                            .extracting(Decision::outcome)
                            .containsOnly(Outcome.DECIDED);
                    assertThat(ofMember.get(1).points().getFirst().points()).isEqualTo(50);
                });
    }

    private int decided(List<String> members) {
        return members.stream()
                .mapToInt(member -> decisions.values("silence-club/" + member).size())
                .sum();
    }

    private static Event visit(String member, String id, Instant then) {
        return Producers.event("silence-club", member, id, "visit", then, Map.of());
    }
}
