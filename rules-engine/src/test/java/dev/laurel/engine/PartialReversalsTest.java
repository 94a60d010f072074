package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Decision.Outcome;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that undo a share of another event. */
class PartialReversalsTest {

    private static final Program SHOP =
            Programs.program(
                    """
                    program: shop
                    timeZone: Europe/London
                    wallets: [ { id: stars }, { id: sparks } ]
                    events:
                      purchase: { amount: double, items: 'list?', friend: 'string?', note: 'string?' }
                      refund: { purchase: string, amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount } }
                      cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
                    metrics:
                      - { id: spend, on: purchase, value: sum(event.data.amount) }
                      - { id: purchases, on: purchase, value: count() }
                      - { id: products, on: purchase, when: has(event.data.items), value: distinct(event.data.items) }
                    rules:
                      - { id: earn, on: purchase, award: { stars: floor(event.data.amount) }, limits: [ { per: day, stars: 100 } ] }
                      - { id: fee, on: purchase, award: { sparks: -3 } }
                      - { id: refer, on: purchase, when: has(event.data.friend), for: event.data.friend, award: { sparks: 10 } }
                    challenges:
                      - id: spring
                        open: 2026-03-01/2026-03-31
                        steps: [ { id: spend, measure: spend, target: 50 } ]
                        award: { sparks: 7 }
                    """);

    private final Club club = new Club(SHOP);

    @Test
    void takesBackTheShare() {
        club.send(Events.purchase("1", 40).event());

        Decision decision = club.send(refund("r", "1", 10));

        assertThat(decision.outcome()).isEqualTo(Outcome.REVERSED);
        assertThat(decision.reason()).isNull();
        assertThat(decision.rules())
                .contains(
                        new RuleDecision(
                                "earn",
                                RuleDecision.Outcome.TAKEN_BACK,
                                Map.of("stars", -10L),
                                Map.of("stars", -10L),
                                "Taken back in part, as a share of 0.25 of purchase '1' has been undone."));
        assertThat(club.balance("alice", "stars")).isEqualTo(30);
    }

    @Test
    void roundsOnceForAllShares() {
        club.send(Events.purchase("1", 10.99).event());

        club.send(refund("r1", "1", 3.50)); // 3.18 of 10 points
        assertThat(club.balance("alice", "stars")).isEqualTo(7);
        club.send(refund("r2", "1", 3.50)); // 6.37
        assertThat(club.balance("alice", "stars")).isEqualTo(4);
        club.send(refund("r3", "1", 3.99)); // all
        assertThat(club.balance("alice", "stars")).isZero();
    }

    static Stream<List<String>> orders() {
        return Stream.of(
                List.of("p", "r1", "r2", "r3"),
                List.of("r1", "r2", "r3", "p"),
                List.of("r3", "p", "r1", "r2"),
                List.of("r2", "r1", "p", "r3"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void takesBackAllOfItInPartsThatAddUp(List<String> order) {
        Map<String, Event> events =
                Map.of(
                        "p", withFriend("1", 29.97),
                        "r1", refund("r1", "1", 9.99),
                        "r2", refund("r2", "1", 9.99),
                        "r3", refund("r3", "1", 9.99));

        order.forEach(name -> club.sendToAll(Objects.requireNonNull(events.get(name))));

        assertThat(club.summary()).isEmpty();
        assertThat(club.balance("alice", "sparks")).isZero();
        for (String member : List.of("alice", "bob")) {
            assertThat(club.trace(member, withFriend("1", 29.97).key()))
                    .isInstanceOf(EventTrace.Undone.class);
        }
    }

    @Test
    void neverTakesMoreThanThereWas() {
        club.send(Events.purchase("1", 40).event());

        club.send(refund("r1", "1", 30));
        club.send(refund("r2", "1", 30));
        Decision third = club.send(refund("r3", "1", 30));

        assertThat(third.reason())
                .isEqualTo("Expected a purchase that stands, but '1' was undone by 'r2' before.");
        assertThat(club.summary()).isEmpty();
    }

    @Test
    void letsACancellationTakeTheRest() {
        club.send(Events.purchase("1", 40).event());
        club.send(refund("r", "1", 30));

        club.send(Events.of("cancelled", "c", Map.of("purchase", "1")).event());

        assertThat(club.summary()).isEmpty();
    }

    @Test
    void leavesALimitAsIfOnlyTheRestHadBeenAskedFor() {
        club.send(Events.purchase("1", 160).event());
        assertThat(club.balance("alice", "stars")).isEqualTo(100);

        club.send(refund("r1", "1", 40));
        assertThat(club.balance("alice", "stars")).isEqualTo(100);
        club.send(refund("r2", "1", 40));
        assertThat(club.balance("alice", "stars")).isEqualTo(80);
        club.send(Events.purchase("2", 50).event());
        assertThat(club.balance("alice", "stars")).isEqualTo(100);
    }

    @Test
    void shrinksSumsAndUndoesTheRestWithTheLastShare() {
        Map<String, Object> data = Map.of("amount", 60.0, "items", List.of("a", "b"));
        club.send(Events.of("purchase", "1", data).event());
        assertThat(club.balance("alice", "sparks")).isEqualTo(7 - 3);

        club.send(refund("r1", "1", 20));

        assertThat(metric("spend")).isEqualTo(40);
        assertThat(metric("purchases")).isEqualTo(1);
        assertThat(metric("products")).isEqualTo(2);
        assertThat(club.balance("alice", "sparks"))
                .isEqualTo(-2); // the challenge's 7, a third of 3

        club.send(refund("r2", "1", 40));

        assertThat(club.summary()).isEmpty();
    }

    @Test
    void reachesOtherBeneficiariesInPart() {
        club.send(withFriend("1", 40));

        club.sendToAll(refund("r", "1", 30));

        assertThat(club.balance("bob", "sparks")).isEqualTo(3);
    }

    @Test
    void movesTheSamePointsInTheSameNamesWhenItComesFirst() {
        Club late = new Club(SHOP);
        club.send(withFriend("1", 40));
        Decision inOrder = club.send(refund("r", "1", 10));

        Decision waiting = late.send(refund("r", "1", 10));
        List<Decision> overtaken = late.sendToAll(withFriend("1", 40));

        assertThat(waiting.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(waiting.points()).isEmpty();
        assertThat(overtaken.getFirst().outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(overtaken.getFirst().points())
                .extracting(PointsEffect::id)
                .containsAll(inOrder.points().stream().map(PointsEffect::id).toList());
        assertThat(overtaken.getFirst().points())
                .filteredOn(effect -> effect.reversal() != null)
                .allSatisfy(effect ->
                        assertThat(effect.reversal())
                                .isNotNull()
                                .extracting(Event::key)
                                .isEqualTo(inOrder.event().key()))
                .extracting(PointsEffect::points)
                .containsExactly(-10L);
        assertThat(late.balance("bob", "sparks")).isEqualTo(8);
    }

    @Test
    void keepsNoMoreOfTheOriginalThanTheShareIsReckonedFrom() {
        Map<String, Object> data = Map.of("amount", 60.0, "note", "for Bob");
        Event purchase = Events.of("purchase", "1", data).event();

        club.send(purchase);

        assertThat(club.trace("alice", purchase.key()))
                .isInstanceOfSatisfying(
                        EventTrace.Counted.class,
                        counted ->
                                assertThat(counted.original().data())
                                        .isEqualTo(Map.of("amount", 60.0)));
    }

    @Test
    void refusesASharesOfNothing() {
        club.send(Events.purchase("1", 40).event());
        club.send(Events.purchase("free", 0).event());

        assertThat(club.send(refund("r1", "1", 0)).reason())
                .contains("a share of 0.0 undoes nothing");
        assertThat(club.send(refund("r2", "1", -5)).reason()).contains("undoes nothing");
        assertThat(club.send(refund("r3", "free", 5)).reason()).contains("it was Infinity");
        assertThat(club.balance("alice", "stars")).isEqualTo(40);
    }

    @Test
    void saysWhyAReversalThatCameFirstDoesNothing() {
        club.send(refund("r1", "1", 0));

        Decision original = club.send(Events.purchase("1", 40).event());

        assertThat(original.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(original.failures())
                .extracting(Failure::message)
                .first()
                .asString()
                .contains("undoes nothing");
        assertThat(club.balance("alice", "stars")).isEqualTo(40);
    }

    @Test
    void leavesEventsOfOtherMembersAlone() {
        club.sendToAll(withFriend("1", 40));

        Decision ofBob =
                club.send(
                        new Events(
                                        "refund",
                                        "bob",
                                        "r",
                                        Events.NOON,
                                        Map.of("purchase", "1", "amount", 40.0))
                                .event());

        assertThat(ofBob.reason())
                .isEqualTo("Expected a purchase of 'bob', but '1' is one of 'alice'.");
        assertThat(club.balance("bob", "sparks")).isEqualTo(10);
    }

    private double metric(String id) {
        Metric metric =
                SHOP.metrics().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
        return metric.value(club.state("alice").metric(MetricKey.ever(id)));
    }

    private static Event refund(String id, String purchase, double amount) {
        return Events.of("refund", id, Map.of("purchase", purchase, "amount", amount)).event();
    }

    private static Event withFriend(String id, double amount) {
        return Events.of("purchase", id, Map.of("amount", amount, "friend", "bob")).event();
    }
}
