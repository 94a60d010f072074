package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.events.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Metrics, and badges with a condition over them. */
class BadgesTest {

    private final Club club =
            new Club(
                    Programs.program(
                            """
                            program: shop
                            timeZone: Europe/London
                            events:
                              purchase: { amount: double, items: list, seller: 'string?' }
                              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
                            metrics:
                              - { id: visits, on: purchase, value: count(), when: event.data.amount > 0.0 }
                              - { id: spend, on: purchase, value: sum(event.data.amount) }
                              - { id: products, on: purchase, value: 'distinct(event.data.items.map(i, i.sku))' }
                              - { id: sales, on: purchase, when: has(event.data.seller), for: event.data.seller, value: count() }
                            badges:
                              - { id: spender, when: metrics.spend >= 1 && metrics.visits >= 1 }
                              - { id: curator, when: metrics.products > 2, revocable: false }
                              - { id: seller, when: metrics.sales >= 1 }
                            """));

    @Test
    void issuesOnceTheConditionHolds() {
        club.send(purchase("1", 0.5, "a"));
        assertThat(club.badges("alice")).isEmpty();

        Decision decision = club.send(purchase("2", 0.5, "a"));

        assertThat(decision.badges()).hasSize(1);
        assertThat(club.badges("alice")).containsExactly("spender");
        assertThat(club.send(purchase("3", 0.5, "a")).badges()).isEmpty();
    }

    @Test
    void addsTenthsExactly() {
        for (int i = 0; i < 10; i++) {
            club.send(purchase("p" + i, 0.1, "a"));
        }

        assertThat(club.badges("alice")).containsExactly("spender");
    }

    @Test
    void countsEachValueOnce() {
        club.send(purchase("1", 0, "a", "b", "b"));
        club.send(purchase("2", 0, "b"));
        assertThat(club.badges("alice")).isEmpty();

        club.send(purchase("3", 0, "c"));
        assertThat(club.badges("alice")).containsExactly("curator");
    }

    @Test
    void revokesWhatNoLongerHoldsUnlessItStays() {
        club.send(purchase("1", 5, "a", "b", "c"));
        assertThat(club.badges("alice")).containsExactly("curator", "spender");

        club.send(Events.of("refund", "r", Map.of("purchase", "1")).event());

        assertThat(club.badges("alice")).containsExactly("curator");
        assertThat(club.state("alice").metrics()).isEmpty();
    }

    @Test
    void measuresForWhomForNames() {
        Event sale =
                Events.of(
                                "purchase",
                                "1",
                                Map.of("amount", 5.0, "items", List.of(), "seller", "bob"))
                        .event();

        List<Decision> decisions = club.sendToAll(sale);

        assertThat(decisions).hasSize(2);
        assertThat(club.badges("bob")).containsExactly("seller");
        assertThat(club.badges("alice")).containsExactly("spender");
    }

    @Test
    void reportsAMetricThatFailsAndGoesOn() {
        Decision decision =
                club.send(
                        Events.of(
                                        "purchase",
                                        "1",
                                        Map.of("amount", 5.0, "items", List.of(Map.of("x", 1))))
                                .event());

        assertThat(decision.failures())
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.cause()).hasToString("metric:products");
                    assertThat(failure.message()).contains("'sku' is missing");
                });
        assertThat(club.badges("alice")).containsExactly("spender");
    }

    @Test
    void issuesEachLevelOnceAndTakesBackThoseThatNoLongerHold() {
        Club levels =
                new Club(
                        Programs.program(
                                """
                                program: shop
                                timeZone: Europe/London
                                events:
                                  purchase: { amount: double }
                                  refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
                                metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
                                badges:
                                  - id: spender
                                    hidden: true
                                    criteria: Spend.
                                    levels:
                                      - { id: bronze, when: metrics.spend >= 10, criteria: Spend ten. }
                                      - { id: silver, when: metrics.spend >= 100 }
                                      - { id: gold, when: metrics.spend >= 1000 }
                                """));
        levels.send(Events.purchase("1", 60).event());
        levels.send(Events.purchase("2", 60).event());
        assertThat(levels.badges("alice")).containsExactly("spender.bronze", "spender.silver");
        assertThat(levels.send(Events.purchase("3", 60).event()).badges()).isEmpty();

        levels.send(Events.of("refund", "r1", Map.of("purchase", "1")).event());
        levels.send(Events.of("refund", "r2", Map.of("purchase", "2")).event());
        assertThat(levels.badges("alice")).containsExactly("spender.bronze");
    }

    private static Event purchase(String id, double amount, String... skus) {
        List<Map<String, String>> items =
                java.util.Arrays.stream(skus).map(sku -> Map.of("sku", sku)).toList();
        return Events.of("purchase", id, Map.of("amount", amount, "items", items)).event();
    }
}
