package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.tiers.MemberTier;
import dev.laurel.servicetesting.TopicProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry says of members, and the events that come after it, through a real broker. */
class MemberAttributesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private static Path stateDir;
    private static RunningService service;
    private static Producers producers;

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);
    private final TopicProbe<MemberAttributes> registry = new TopicProbe<>(Topics.MEMBERS);
    private final TopicProbe<MemberTier> tiers = new TopicProbe<>(Topics.TIERS);

    @BeforeAll
    static void start() {
        service = RunningService.start(stateDir);
        producers = new Producers();
        service.api()
                .publish(
                        "attributes",
                        """
                        program: attributes
                        name: Test
                        timeZone: Europe/London
                        wallets:
                          - { id: stars, overdraft: allow }
                        events:
                          visit: {}
                        rules:
                          - { id: round, on: visit, when: has(member.attributes.round), award: { stars: int(member.attributes.round) } }
                          - { id: tokyo, on: visit, when: "member.timeZone == 'Asia/Tokyo'", award: { stars: 10 } }
                          - { id: vip, on: visit, when: "'vip' in member.segments && member.attributes.level >= 3", award: { stars: 100 } }
                        """);
    }

    @AfterAll
    static void stop() {
        producers.close();
        service.close();
    }

    @Test
    void anEventIsDecidedWithWhatTheRegistryHadToldBeforeItWasSentOrNewer() {
        // When
        for (int round = 1; round <= 100; round++) {
            String member = "m" + round % 3;
            tell(member, round, null, Map.of("round", round));
            producers.send(Producers.event("attributes", member, "r" + round, "visit", Map.of()));
        }

        // Then
        Map<String, Long> points = new TreeMap<>();
        await().atMost(PATIENCE)
                .until(() -> {
                    for (int member = 0; member < 3; member++) {
                        decisions
                                .values("attributes/m" + member)
                                .forEach(it -> points.put(it.event().id(), pointsOf(it)));
                    }
                    return points.size() == 100;
                });
        assertThat(points)
                .allSatisfy((event, round) ->
                        assertThat(round)
                                .as(event)
                                .isGreaterThanOrEqualTo(Long.parseLong(event.substring(1))));
    }

    @Test
    void aMemberMayHaveATimeZoneAndWhoIsNotRegisteredHasThatOfTheProgram() {
        // Given
        tell("yuki", 1, "Asia/Tokyo", Map.of("level", 3));

        // When
        producers.send(Producers.event("attributes", "yuki", "1", "visit", Map.of()));
        producers.send(Producers.event("attributes", "john", "1", "visit", Map.of()));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(decisions.values("attributes/yuki"))
                            .extracting(MemberAttributesIT::pointsOf)
                            .containsExactly(110L);
                    assertThat(decisions.values("attributes/john"))
                            .extracting(MemberAttributesIT::pointsOf)
                            .containsExactly(0L);
                });
    }

    @Test
    void anEventIsDecidedWithTheTierThatTheLedgerHadTold() {
        // Given
        service.api()
                .publish(
                        "tiered",
                        """
                        program: tiered
                        timeZone: Europe/London
                        wallets: [ { id: stars } ]
                        events: { visit: { } }
                        rules:
                          - { id: gold, on: visit, when: member.tier == 'gold', award: { stars: 9 } }
                          - { id: bronze, on: visit, when: member.tier == 'bronze', award: { stars: 1 } }
                        tiers:
                          wallet: stars
                          window: P12M
                          levels: [ { id: bronze, at: 0 }, { id: gold, at: 100 } ]
                        """);

        // When
        tiers.send(tiers.raw("tiered/ann", gold("ann")));
        producers.send(Producers.event("tiered", "ann", "1", "visit", Map.of()));
        producers.send(Producers.event("tiered", "bob", "1", "visit", Map.of()));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(decisions.values("tiered/ann"))
                            .extracting(MemberAttributesIT::pointsOf)
                            .containsExactly(9L);
                    assertThat(decisions.values("tiered/bob"))
                            .extracting(MemberAttributesIT::pointsOf)
                            .containsExactly(1L);
                });
    }

    private static MemberTier gold(String member) {
        return new MemberTier(
                "tiered",
                member,
                1,
                "gold",
                "bronze",
                MemberTier.Change.RAISED,
                LocalDate.parse("2026-03-01"),
                false,
                null,
                Instant.parse("2026-03-01T08:00:00Z"));
    }

    private void tell(
            String member,
            int revision,
            @Nullable String timeZone,
            Map<String, Object> attributes) {
        registry.send(
                registry.raw(
                        "attributes/" + member,
                        new MemberAttributes(
                                "attributes",
                                member,
                                revision,
                                timeZone,
                                null,
                                List.of("vip"),
                                List.of(),
                                Map.of(),
                                attributes,
                                Producers.TIME)));
    }

    private static long pointsOf(Decision decision) {
        return decision.points().stream().mapToLong(it -> it.points()).sum();
    }
}
