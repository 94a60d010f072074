package dev.laurel.simulation;

import static dev.laurel.simulation.Examples.RETAIL_CLUB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.silences.Silence;
import dev.laurel.simulation.Comparison.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: UTC
            wallets: [ { id: stars }, { id: sparks } ]
            events:
              purchase: { amount: double, seller: 'string?' }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
            rules:
              - id: earn
                on: purchase
                when: event.data.amount > 0.0
                award: { stars: floor(event.data.amount) }
                limits: [ { per: day, stars: 100 } ]
              - { id: sold, on: purchase, when: has(event.data.seller), for: event.data.seller, award: { sparks: 5 } }
            challenges:
              - id: spring
                open: 2026-03-01/2026-03-31
                steps: [ { id: spend, measure: spend, target: 150 } ]
                award: { sparks: 50 }
            badges:
              - { id: patron, when: metrics.spend >= 150.0 }
            """;

    private final Edition shop = Examples.edition(SHOP);

    @Test
    void comesToTheSameEndAsAHostOnTheRealPurchases() {
        Edition club = Examples.edition(RETAIL_CLUB.resolve("program.yaml"));
        List<Event> events = Examples.events(RETAIL_CLUB.resolve("events.ndjson.gz"));
        Host host = new Host(club.program());
        Simulation simulation = Simulation.of(club, Map.of());

        // When
        events.forEach(host::send);
        events.forEach(simulation::accept);

        // Then
        Forecast forecast = simulation.forecast();
        assertThat(forecast.events()).isEqualTo(22_190);
        assertThat(forecast.refused()).isZero();
        assertThat(forecast.members().keySet())
                .hasSize(4_372)
                .containsExactlyInAnyOrderElementsOf(host.members());
        assertThat(forecast.members().values())
                .allSatisfy(member -> {
                    assertThat(member.balance("stars"))
                            .isEqualTo(host.balance(member.member(), "stars"));
                    assertThat(member.balance("sparks"))
                            .isEqualTo(host.balance(member.member(), "sparks"));
                    assertThat(member.badges()).isEqualTo(host.badges(member.member()));
                });
        assertThat(forecast.balance("12346", "stars")).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 22, 333, 4_444, 55_555, 666_666, 7_777_777, 88_888_888})
    void comesToTheSameEndAsAHostOnGeneratedEvents(long seed) {
        Edition all = Examples.edition(Generated.PROGRAM);
        Host host = new Host(all.program());
        Simulation simulation = Simulation.of(all, Map.of());

        // When
        List<Event> events = Generated.events(new Random(seed));
        events.forEach(host::send);
        events.forEach(simulation::accept);

        // Then
        Forecast forecast = simulation.forecast();
        assertThat(forecast.refused()).isZero();
        assertThat(forecast.members().keySet()).containsExactlyInAnyOrderElementsOf(host.members());
        assertThat(forecast.members().values())
                .allSatisfy(member -> {
                    member.balances()
                            .forEach((wallet, points) ->
                                    assertThat(points)
                                            .isEqualTo(host.balance(member.member(), wallet)));
                    assertThat(member.badges()).isEqualTo(host.badges(member.member()));
                });
        assertThat(forecast.mechanics().keySet())
                .contains("rule:earn", "rule:toys", "rule:calm", "streak:daily", "challenge:path");
        assertThat(forecast.decisions())
                .containsKeys(
                        Decision.Outcome.DUPLICATE,
                        Decision.Outcome.WAITING,
                        Decision.Outcome.REVERSED,
                        Decision.Outcome.UNDONE);
    }

    @Test
    void membersRiseAtOnceAndFallAtNight() {
        // Given
        Edition tiers =
                Examples.edition(
                        """
                        program: ladder
                        timeZone: Europe/London
                        wallets: [ { id: stars }, { id: sparks } ]
                        events: { purchase: { amount: double } }
                        rules:
                          - { id: earn, on: purchase, award: { stars: floor(event.data.amount) } }
                          - { id: perk, on: purchase, when: member.tier == 'gold', award: { sparks: 1 } }
                        tiers:
                          wallet: stars
                          window: P30D
                          downgrade: { by: one-level }
                          levels:
                            - { id: bronze, at: 0 }
                            - { id: silver, at: 100, award: { sparks: 10 } }
                            - { id: gold, at: 500, award: { sparks: 20 } }
                        """);
        Simulation simulation =
                Simulation.of(
                        tiers, Map.of("vip", Member.of("vip").in("gold"), "new", Member.of("new")));

        // When
        simulation.accept(at("2026-01-01T10:00:00Z", purchase("1", "ann", 600.0)));
        simulation.accept(at("2026-01-02T10:00:00Z", purchase("2", "ann", 1.0)));
        simulation.accept(at("2026-01-31T10:00:00Z", purchase("3", "ann", 1.0)));
        simulation.accept(at("2026-02-20T10:00:00Z", purchase("4", "ann", 150.0)));
        simulation.accept(at("2026-02-20T11:00:00Z", purchase("5", "vip", 1.0)));

        // Then
        Forecast forecast = simulation.forecast();
        assertThat(forecast.tiers())
                .containsExactly(
                        new TierFigures("bronze", 0, 0, 1, Map.of()),
                        new TierFigures("silver", 1, 1, 1, Map.of("sparks", new Movement(10, 0))),
                        new TierFigures("gold", 1, 1, 0, Map.of("sparks", new Movement(20, 0))));
        assertThat(forecast.balance("ann", "sparks")).isEqualTo(31);
        assertThat(forecast.balance("vip", "sparks")).isEqualTo(1);
        assertThat(forecast.mechanics()).containsKeys("tier:silver", "tier:gold");
        assertThat(forecast.members().get("ann"))
                .extracting(MemberForecast::tier)
                .isEqualTo("silver");
        assertThat(forecast).isEqualTo(simulation.forecast());
    }

    @Test
    void membersRiseByWhatAMetricSaysAndFallWithReturns() {
        // Given
        Edition tiers =
                Examples.edition(
                        """
                        program: ladder
                        timeZone: Europe/London
                        wallets: [ { id: stars } ]
                        events:
                          purchase: { amount: double }
                          refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
                        metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
                        rules: [ { id: earn, on: purchase, award: { stars: 2 * floor(event.data.amount) } } ]
                        tiers:
                          metric: spend
                          window: P30D
                          levels: [ { id: bronze, at: 0 }, { id: silver, at: 100 }, { id: gold, at: 500 } ]
                        """);
        Simulation simulation = Simulation.of(tiers, Map.of());

        // When: the second purchase of ann is worth just a cent too little
        simulation.accept(at("2026-01-01T10:00:00Z", purchase("1", "ann", 99.99)));
        simulation.accept(at("2026-01-02T10:00:00Z", purchase("2", "ann", 400.0)));
        simulation.accept(at("2026-01-02T10:00:00Z", purchase("3", "bob", 99.99)));
        simulation.accept(at("2026-01-02T11:00:00Z", purchase("4", "bob", 400.01)));
        simulation.accept(at("2026-01-02T12:00:00Z", purchase("5", "eve", 500.0)));
        simulation.accept(
                at("2026-01-03T12:00:00Z", event("refund", "6", "eve", Map.of("purchase", "5"))));

        // Then
        assertThat(simulation.forecast().members())
                .extractingFromEntries(each -> each.getKey() + " " + each.getValue().tier())
                .containsExactlyInAnyOrder("ann silver", "bob gold", "eve bronze");
    }

    @Test
    void silenceIsToldOfWhenItIsLongEnoughByWhatHappensMeanwhile() {
        // Given
        Edition missing =
                Examples.edition(
                        """
                        program: missing
                        timeZone: UTC
                        wallets: [ { id: stars } ]
                        events:
                          purchase: { amount: double }
                          missed: { since: timestamp, emitted: { after: P30D, without: [purchase] } }
                        rules:
                          - { id: come-back, on: missed, award: { stars: 50 } }
                        """);
        Simulation simulation = Simulation.of(missing, Map.of());

        // When
        simulation.accept(at("2026-01-01T10:00:00Z", purchase("1", "ann", 1.0)));
        simulation.accept(at("2026-01-20T10:00:00Z", purchase("2", "bob", 1.0)));
        simulation.accept(at("2026-01-31T09:59:59Z", purchase("3", "bob", 1.0)));
        long before = simulation.forecast().balance("ann", "stars");
        simulation.accept(at("2026-03-05T10:00:00Z", purchase("4", "ann", 1.0)));
        simulation.accept(recorded("2026-01-31T10:00:00Z", "ann"));
        simulation.accept(recorded("2026-03-02T09:59:59Z", "cat"));

        // Then
        Forecast forecast = simulation.forecast();
        assertThat(before).isZero();
        assertThat(forecast.emitted()).containsExactly(Map.entry("missed", 2L));
        assertThat(forecast.balance("ann", "stars")).isEqualTo(50);
        assertThat(forecast.balance("bob", "stars")).isEqualTo(50);
        assertThat(forecast.balance("cat", "stars")).isEqualTo(50);
        assertThat(forecast.events()).isEqualTo(6);
        assertThat(forecast.decisions()).containsExactly(Map.entry(Decision.Outcome.DECIDED, 7L));
    }

    private static Event at(String time, Event event) {
        Instant instant = Instant.parse(time);
        return new Event(
                event.source(),
                event.id(),
                event.type(),
                event.subject(),
                instant,
                instant,
                true,
                event.data());
    }

    /** An event about a silence that the platform has emitted. */
    private static Event recorded(String time, String member) {
        Event event = event("missed", "recorded-" + member, member, Map.of("since", time));
        return at(
                time,
                new Event(
                        Silence.SOURCE,
                        event.id(),
                        event.type(),
                        member,
                        event.time(),
                        event.recordedTime(),
                        false,
                        event.data()));
    }

    @Test
    void countsWhatEveryMechanicGaveAndTook() {
        // When
        Forecast forecast =
                forecast(
                        purchase("1", "alice", 120.0),
                        purchase("2", "alice", 40.0),
                        purchase("3", "bob", 0.0),
                        event("cancelled", "4", "alice", Map.of("purchase", "1")),
                        purchase("1", "alice", 120.0));

        // Then
        assertThat(forecast.wallets())
                .containsEntry("stars", new Movement(100, 60))
                .containsEntry("sparks", new Movement(50, 50));
        assertThat(forecast.mechanics())
                .containsEntry("rule:earn", Map.of("stars", new Movement(100, 60)))
                .containsEntry("challenge:spring", Map.of("sparks", new Movement(50, 50)));
        RuleFigures earn = forecast.rules().getFirst();
        assertThat(earn.times(Outcome.CAPPED)).isEqualTo(2);
        assertThat(earn.times(Outcome.REFUSED)).isEqualTo(1);
        assertThat(earn.times(Outcome.TAKEN_BACK)).isEqualTo(1);
        assertThat(earn.trimmed()).isEqualTo(Map.of("stars", 60L));
        assertThat(earn.reasons()).containsEntry("Expected event.data.amount > 0.0", 1L);
        assertThat(forecast.challenges())
                .containsExactly(
                        new ChallengeFigures(
                                "spring", 1, 1, 0, 0, Map.of("sparks", new Movement(50, 50))));
        assertThat(forecast.badges()).containsExactly(new BadgeFigures("patron", 1, 1, 0));
        assertThat(forecast.touched()).isEqualTo(1);
    }

    @Test
    void givesPlacesToWhoComesFirstAndPassesThemOn() {
        // Given
        Edition race = Examples.edition(SHOP.replace("open:", "winners: 1\n    open:"));
        Simulation simulation = Simulation.of(race, shop, Map.of());

        // When
        simulation.accept(purchase("1", "alice", 150.0));
        simulation.accept(purchase("2", "bob", 150.0));
        simulation.accept(purchase("3", "carol", 150.0));
        simulation.accept(event("cancelled", "4", "alice", Map.of("purchase", "1")));

        // Then
        Forecast forecast = simulation.forecast();
        assertThat(forecast.balance("alice", "sparks")).isZero();
        assertThat(forecast.balance("bob", "sparks")).isEqualTo(50);
        assertThat(forecast.balance("carol", "sparks")).isZero();
        assertThat(forecast.challenges())
                .containsExactly(
                        new ChallengeFigures(
                                "spring", 3, 1, 1, 0, Map.of("sparks", new Movement(100, 50))));
        assertThat(simulation.comparison().changes())
                .containsExactly(new Change("carol", "sparks", 50, 0));
    }

    @Test
    void countsWhoIsHeldOutFromAChallenge() {
        // Given
        Edition experiment = Examples.edition(SHOP.replace("open:", "control: 50%\n    open:"));
        Simulation simulation = Simulation.of(experiment, Map.of());

        // When
        for (int i = 0; i < 100; i++) {
            simulation.accept(purchase("p" + i, "m" + i, 150.0));
        }

        // Then
        ChallengeFigures spring = simulation.forecast().challenges().getFirst();
        assertThat(spring.completions()).isEqualTo(100);
        assertThat(spring.heldOut()).isBetween(30L, 70L);
        assertThat(spring.points())
                .containsEntry("sparks", new Movement(50 * (100 - spring.heldOut()), 0));
    }

    @Test
    void givesFromBudgetsWhatIsLeftAndAgainWhatReturnsBring() {
        Edition thrifty =
                Examples.edition(
                        SHOP
                                + """
                                budgets:
                                  - { id: all, wallet: stars, amount: 100, rules: [ earn ] }
                                  - { id: few, wallet: sparks, amount: 60, exhausted: refuse }
                                """);
        Simulation simulation = Simulation.of(thrifty, Map.of());

        // When
        simulation.accept(purchase("1", "alice", 70.0));
        simulation.accept(purchase("2", "bob", 70.0));
        simulation.accept(purchase("3", "carol", 70.0));
        simulation.accept(event("cancelled", "4", "bob", Map.of("purchase", "2")));
        simulation.accept(event("cancelled", "5", "carol", Map.of("purchase", "3")));
        simulation.accept(purchase("6", "dan", 70.0));

        // Then
        Forecast forecast = simulation.forecast();
        assertThat(forecast.balance("alice", "stars")).isEqualTo(70);
        assertThat(forecast.balance("bob", "stars")).isZero();
        assertThat(forecast.balance("carol", "stars")).isZero();
        assertThat(forecast.balance("dan", "stars")).isEqualTo(30);
        assertThat(forecast.wallets().get("stars")).isEqualTo(new Movement(130, 30));
        assertThat(forecast.budgets())
                .containsExactly(
                        new BudgetFigures(
                                "all",
                                "stars",
                                100,
                                100,
                                3,
                                40 + 70 + 40,
                                forecast.budgets().getFirst().exhaustedAt()),
                        new BudgetFigures("few", "sparks", 60, 0, 0, 0, null));
        assertThat(forecast.budgets().getFirst().exhaustedAt()).isNotNull();
    }

    @Test
    void decidesForOtherMembersConcerned() {
        Forecast forecast =
                forecast(event("purchase", "1", "alice", Map.of("amount", 1.0, "seller", "carol")));

        assertThat(forecast.balance("carol", "sparks")).isEqualTo(5);
    }

    @Test
    void refusesWhatThePlatformWouldRefuse() {
        // When
        Forecast forecast =
                forecast(
                        event("purchase", "1", "alice", Map.of("amount", "much")),
                        event("purchase", "2", "alice", Map.of("amount", "more")),
                        event("gift", "3", "alice", Map.of()));

        // Then
        assertThat(forecast.refused()).isEqualTo(3);
        assertThat(forecast.members()).isEmpty();
        assertThat(forecast.refusals().entrySet().iterator().next().getValue()).isEqualTo(2);
    }

    @Test
    void saysWhoHasMoreAndWhoHasLess() {
        Edition generous =
                Examples.edition(
                        SHOP.replace("floor(event.data.amount)", "floor(event.data.amount * 2.0)")
                                .replace("target: 150", "target: 300"));
        Simulation simulation = Simulation.of(generous, shop, Map.of());

        // When
        simulation.accept(purchase("1", "alice", 40.0));
        simulation.accept(purchase("2", "bob", 160.0));

        // Then
        Comparison comparison = simulation.comparison();
        assertThat(comparison.changes())
                .containsExactly(
                        new Change("bob", "sparks", 50, 0), new Change("alice", "stars", 40, 80));
        assertThat(comparison.gaining()).isEqualTo(1);
        assertThat(comparison.losing()).isEqualTo(1);
        assertThat(comparison.challenges()).isEqualTo(Map.of("spring", -1L));
        assertThat(comparison.badges()).isEmpty();
    }

    @Test
    void hasNothingToCompareAloneWith() {
        Simulation simulation = Simulation.of(shop, Map.of());
        assertThatThrownBy(simulation::comparison)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Expected a program to compare with");
    }

    private Forecast forecast(Event... events) {
        Simulation simulation = Simulation.of(shop, Map.of());
        for (Event event : events) {
            simulation.accept(event);
        }
        return simulation.forecast();
    }

    private static Event purchase(String id, String member, double amount) {
        return event("purchase", id, member, Map.of("amount", amount));
    }

    private static Event event(String type, String id, String member, Map<String, Object> data) {
        Instant noon = Instant.parse("2026-03-10T12:00:00Z");
        return new Event("/shop", id, type, member, noon, noon, false, data);
    }
}
