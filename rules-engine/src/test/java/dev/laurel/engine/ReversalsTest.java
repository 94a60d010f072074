package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Decision.Outcome;
import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.traces.EventTrace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that undo other events. */
class ReversalsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double, friend: 'string?' }
              visit: { }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            rules:
              - { id: earn, on: purchase, award: { stars: floor(event.data.amount) * %d } }
              - { id: refer, on: purchase, when: has(event.data.friend), for: event.data.friend, award: { stars: 5 } }
              - { id: fee, on: refund, award: { stars: -1 } }
              - { id: hello, on: visit, award: { stars: 1 } }
            """;

    private final Club club = new Club(Programs.program(SHOP.formatted(1)));

    @Test
    void takesBackWhatWasGiven() {
        club.send(Events.purchase("1", 40).event());

        Decision decision = club.send(refund("r", "1"));

        assertThat(decision.outcome()).isEqualTo(Outcome.REVERSED);
        assertThat(decision.reason()).isNull();
        assertThat(decision.rules())
                .contains(
                        new RuleDecision(
                                "earn",
                                RuleDecision.Outcome.TAKEN_BACK,
                                Map.of("stars", -40L),
                                Map.of("stars", -40L),
                                "Taken back, as purchase '1' was undone."));
        assertThat(club.balance("alice", "stars")).isEqualTo(-1);
    }

    @Test
    void takesBackAtTheRateOfThatDay() {
        Club now = new Club(Programs.program(SHOP.formatted(3)));
        Club then = club;
        then.send(Events.purchase("1", 40).event());
        EventTrace trace = then.trace("alice", Events.purchase("1", 40).event().key());

        Result result =
                Engine.decide(
                        Programs.program(SHOP.formatted(3)),
                        Member.of("alice"),
                        then.state("alice"),
                        key -> key.id().equals("1") ? trace : null,
                        refund("r", "1"));

        assertThat(now.balance("alice", "stars")).isZero();
        assertThat(result.decision().points().getFirst().points()).isEqualTo(-40);
    }

    @Test
    void waitsForWhatHasNotComeYet() {
        Decision reversal = club.send(refund("r", "1"));
        Decision original = club.send(Events.purchase("1", 40).event());

        assertThat(reversal.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(original.outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(original.reason())
                .isEqualTo("Expected an event that stands, but 'r' had undone it before it came.");
        assertThat(club.balance("alice", "stars")).isEqualTo(-1);
    }

    @Test
    void undoesAnEventOnce() {
        club.send(Events.purchase("1", 40).event());
        club.send(refund("r1", "1"));

        Decision second = club.send(refund("r2", "1"));

        assertThat(second.reason())
                .isEqualTo("Expected a purchase that stands, but '1' was undone by 'r1' before.");
        assertThat(club.balance("alice", "stars")).isEqualTo(-2);
    }

    @Test
    void knowsADuplicateOfWhatWasUndone() {
        club.send(Events.purchase("1", 40).event());
        club.send(refund("r1", "1"));

        assertThat(club.send(Events.purchase("1", 40).event()).outcome())
                .isEqualTo(Outcome.DUPLICATE);
        assertThat(club.send(refund("r1", "1")).outcome()).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void reachesTheOtherBeneficiaries() {
        club.send(withFriend("1", "bob"));
        assertThat(club.balance("bob", "stars")).isEqualTo(5);

        List<Decision> decisions = club.sendToAll(refund("r", "1"));

        assertThat(decisions).extracting(Decision::member).containsExactly("alice", "bob");
        assertThat(club.balance("bob", "stars")).isZero();
    }

    @Test
    void overtakesTheOriginalOnItsWayToAnotherBeneficiary() {
        Result own = club.decide(withFriend("1", "bob"), "alice");
        Result reversal = club.decide(refund("r", "1"), "alice");
        assertThat(own.otherBeneficiaries()).containsExactly("bob");
        assertThat(reversal.otherBeneficiaries()).containsExactly("bob");

        Decision first = club.decide(refund("r", "1"), "bob").decision();
        Decision second = club.decide(withFriend("1", "bob"), "bob").decision();

        assertThat(first.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(second.outcome()).isEqualTo(Outcome.UNDONE);
        assertThat(club.balance("bob", "stars")).isZero();
    }

    @Test
    void leavesEventsOfAnotherTypeAlone() {
        club.send(Events.of("visit", "1", Map.of()).event());

        Decision decision = club.send(refund("r", "1"));

        assertThat(decision.reason())
                .isEqualTo("Expected '1' to be a purchase, but it is a visit.");
        assertThat(club.balance("alice", "stars")).isZero();
    }

    @Test
    void saysWhenItDoesNotNameAnEvent() {
        Decision decision = club.send(Events.of("refund", "r", Map.of()).event());

        assertThat(decision.outcome()).isEqualTo(Outcome.REVERSED);
        assertThat(decision.reason()).contains("'purchase' is missing");
        assertThat(club.send(refund("self", "self")).reason()).contains("it was its own");
    }

    @Test
    void remembersNoMoreThanItHasTo() {
        club.send(Events.of("visit", "1", Map.of()).event());

        assertThat(club.trace("alice", Events.of("visit", "1", Map.of()).event().key()))
                .isEqualTo(new EventTrace.Seen("visit", LocalDate.of(2026, 6, 8)));
    }

    private static Event refund(String id, String purchase) {
        return Events.of("refund", id, Map.of("purchase", purchase)).event();
    }

    private static Event withFriend(String id, String friend) {
        return Events.of("purchase", id, Map.of("amount", 1.0, "friend", friend)).event();
    }
}
