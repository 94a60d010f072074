package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.ChallengeDecision.Place.Outcome;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.events.Event;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.testinfra.TestProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members on many partitions race for few places, through two instances and a real broker. */
class PlacesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MEMBERS = 40;
    private static final int PLACES = 7;

    private static final String PROGRAM =
            """
            program: race
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              undone: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
            challenges:
              - id: sprint
                winners: 7
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 50 }
            """;

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);

    @Test
    void exactlySoManyWinAlthoughInstancesComeAndGo(@TempDir Path one, @TempDir Path two) {
        Map<String, String> properties = TestProperties.fresh();
        try (Producers producers = new Producers();
                RunningService staying = RunningService.start(properties, one)) {
            staying.api().publish("race", PROGRAM);

            // When
            try (RunningService leaving = RunningService.start(properties, two)) {
                producers.send(purchases(0, MEMBERS / 2));
                await().atMost(PATIENCE).until(() -> told() > 0);
                producers.send(purchases(MEMBERS / 2, MEMBERS));
                assertThat(leaving.context().isRunning()).isTrue();
            }

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).isEqualTo(MEMBERS));
            assertThat(winners()).hasSize(PLACES);
            assertThat(paid()).isEqualTo(50L * PLACES);
            assertThat(outcomes(Outcome.ALL_TAKEN)).hasSize(MEMBERS - PLACES);

            // When
            List<String> first = winners();
            producers.send(undone(first.getFirst()));
            producers.send(undone(first.getFirst()));

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).isEqualTo(MEMBERS + 1));
            assertThat(winners())
                    .hasSize(PLACES)
                    .containsAll(first.subList(1, PLACES))
                    .doesNotContain(first.getFirst());
            assertThat(paid()).isEqualTo(50L * PLACES);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(
                                            Stream.of(winners().getFirst(), first.getFirst())
                                                    .map(member -> place(staying, member)))
                                    .containsExactly("won", ""));
        }
    }

    private static List<Event> purchases(int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(i ->
                        Stream.of("a", "b", "a")
                                .map(part ->
                                        Producers.event(
                                                "race",
                                                "m" + i,
                                                part + i,
                                                "purchase",
                                                Map.of("amount", 50.0))))
                .toList();
    }

    private static Event undone(String member) {
        String id = "b" + member.substring(1);
        return Producers.event("race", member, "u" + id, "undone", Map.of("purchase", id));
    }

    private Stream<Decision> all() {
        return decisions.values(key -> key.startsWith("race/")).stream();
    }

    /** Decisions about places. */
    private long told() {
        return all().filter(PlacesIT::isOfPlace).count();
    }

    private static boolean isOfPlace(Decision decision) {
        return decision.event().type().equals("laurel.place");
    }

    private static Outcome outcome(Decision told) {
        return Objects.requireNonNull(told.challenges().getFirst().place()).outcome();
    }

    private List<String> outcomes(Outcome outcome) {
        return all().filter(PlacesIT::isOfPlace)
                .filter(told -> outcome(told) == outcome)
                .map(Decision::member)
                .distinct()
                .toList();
    }

    /** Members with points, in no order that matters. */
    private List<String> winners() {
        return all()
                .collect(
                        Collectors.groupingBy(
                                Decision::member, Collectors.summingLong(PlacesIT::points)))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() == 50)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private long paid() {
        return all().mapToLong(PlacesIT::points).sum();
    }

    private static long points(Decision decision) {
        return decision.points().stream().mapToLong(points -> points.points()).sum();
    }

    private static String place(RunningService service, String member) {
        return service.api()
                .get("/v1/programs/race/members/" + member + "/challenges")
                .json()
                .at("/items/0/place")
                .asString("");
    }
}
