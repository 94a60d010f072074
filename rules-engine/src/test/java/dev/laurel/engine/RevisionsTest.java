package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.revisions.Choice;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of progress when a publication changes a mechanic. */
class RevisionsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              hello: { }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics:
              - { id: buys, on: purchase, value: count() }
              - { id: spend, on: purchase, value: sum(event.data.amount) }
            challenges:
              - id: buyer
                steps: [ { id: buys, measure: buys, target: BUYS } ]
                award: { stars: 100, badge: buyer }
              - id: hundreds
                repeat: unlimited
                steps: [ { id: spend, measure: spend, target: HUNDRED } ]
                award: { stars: 7 }
            streaks:
              - { id: daily, on: purchase, every: day, milestones: { DAYS: { stars: 1000 } }FREEZES }
            badges:
              - { id: buyer }
              - { id: patron, when: metrics.spend >= PATRON }
            """;

    private static final Cause BUYER = Cause.challenge("buyer");
    private static final Cause HUNDREDS = Cause.challenge("hundreds");
    private static final Cause DAILY = Cause.streak("daily");
    private static final Cause PATRON = Cause.badge("patron");

    private final Club club = new Club(Programs.program(shop(3, 100, 3, 1000)));

    private static String shop(int buys, int hundred, int days, int patron) {
        return shop(buys, hundred, days, patron, ", freezes: { earnEvery: 1, max: 1 }");
    }

    private static String shop(int buys, int hundred, int days, int patron, String freezes) {
        return SHOP.replace("FREEZES", freezes)
                .replace("BUYS", Integer.toString(buys))
                .replace("HUNDRED", Integer.toString(hundred))
                .replace("DAYS", Integer.toString(days))
                .replace("PATRON", Integer.toString(patron) + ".0");
    }

    private static Event buy(int day, double amount) {
        return Events.purchase("p" + day, amount)
                .at("2026-03-%02dT12:00:00Z".formatted(day))
                .event();
    }

    private static Event refund(int day) {
        return Events.of("refund", "r" + day, Map.of("purchase", "p" + day))
                .at("2026-03-20T12:00:00Z")
                .event();
    }

    private static Event hello(String id) {
        return Events.of("hello", id, Map.of()).at("2026-03-21T12:00:00Z").event();
    }

    @Test
    void keepGoesOnWhereProgressWas() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));

        club.publish(shop(4, 100, 9, 1000), Map.of(BUYER, Choice.KEEP));
        club.send(buy(3, 1));

        assertThat(club.balance("alice", "stars")).isZero();
        club.send(buy(4, 1));
        assertThat(club.balance("alice", "stars")).isEqualTo(100);
    }

    @Test
    void keepTakesNothingThatWasAwarded() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));
        club.send(buy(3, 1));

        club.publish(shop(9, 100, 9, 1000), Map.of(BUYER, Choice.KEEP, DAILY, Choice.KEEP));
        Decision next = club.send(buy(4, 1));

        assertThat(next.points()).isEmpty();
        assertThat(club.balance("alice", "stars")).isEqualTo(1100);
        assertThat(club.badges("alice")).containsExactly("buyer");
    }

    @Test
    void keepLetsTheNewDefinitionDecideOnceSomethingIsUndone() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));
        club.send(buy(3, 1));
        club.publish(shop(9, 100, 9, 1000), Map.of(BUYER, Choice.KEEP));

        club.send(refund(2));

        assertThat(club.balance("alice", "stars")).isEqualTo(1000); // a milestone that is gone
        assertThat(club.badges("alice")).isEmpty();
    }

    @Test
    void whatIsUndoneOfLaterEventsDoesNotTouchWhatIsKept() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));
        club.send(buy(3, 1));
        club.publish(shop(9, 100, 3, 1000), Map.of(BUYER, Choice.KEEP));
        club.send(buy(4, 1));

        club.send(refund(4));

        assertThat(club.balance("alice", "stars")).isEqualTo(1100);
    }

    @Test
    void keepTakesNoMilestoneThatIsOutOfReachNow() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));
        club.send(buy(4, 1)); // two and a freeze make three
        assertThat(club.balance("alice", "stars")).isEqualTo(1100);

        club.publish(shop(3, 100, 3, 1000, ""), Map.of(DAILY, Choice.KEEP));
        club.send(buy(5, 1));

        assertThat(club.balance("alice", "stars")).isEqualTo(1100);
        club.send(refund(1));
        assertThat(club.balance("alice", "stars")).isEqualTo(100);
    }

    @Test
    void recomputeTakesAMilestoneThatIsOutOfReachNow() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));
        club.send(buy(4, 1));

        club.publish(shop(3, 100, 3, 1000, ""), Map.of(DAILY, Choice.RECOMPUTE));
        club.send(hello("h"));

        assertThat(club.balance("alice", "stars")).isEqualTo(100);
    }

    @Test
    void keepCountsOnBehindWhatWasCompleted() {
        club.send(buy(1, 350)); // three hundreds
        club.publish(shop(9, 200, 9, 1000), Map.of(HUNDREDS, Choice.KEEP));

        club.send(buy(2, 400));
        assertThat(club.balance("alice", "stars")).isEqualTo(21);

        club.send(buy(3, 50)); // 800 is four times 200
        assertThat(club.balance("alice", "stars")).isEqualTo(28);
    }

    @Test
    void restartBeginsAtZeroAndCanBeEarnedOnceMore() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));
        club.send(buy(3, 1));
        assertThat(club.balance("alice", "stars")).isEqualTo(1100);

        club.publish(shop(2, 100, 2, 1000), Map.of(BUYER, Choice.RESTART, DAILY, Choice.RESTART));
        club.send(buy(4, 1));

        assertThat(club.balance("alice", "stars")).isEqualTo(1100);
        club.send(buy(5, 1));
        assertThat(club.balance("alice", "stars")).isEqualTo(2200);
        assertThat(club.held("alice")).containsEntry("buyer", 1);
    }

    @Test
    void restartForgetsWhatAReturnWouldUndo() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));
        club.send(buy(3, 1));
        club.publish(shop(2, 100, 2, 1000), Map.of(BUYER, Choice.RESTART, DAILY, Choice.RESTART));
        club.send(buy(4, 1));

        club.send(refund(3));

        assertThat(club.balance("alice", "stars")).isEqualTo(1100);
        assertThat(club.badges("alice")).containsExactly("buyer");
        assertThat(club.state("alice").metrics())
                .containsEntry(MetricKey.within("buyer", "buys"), new MetricCell.Total(1))
                .containsEntry(MetricKey.ever("buys"), new MetricCell.Total(3));
        club.send(buy(5, 1));
        assertThat(club.balance("alice", "stars")).isEqualTo(2200);
    }

    @Test
    void restartOfAMetricTakesNothingThatItHadEarned() {
        club.send(buy(1, 1200));
        assertThat(club.badges("alice")).containsExactly("patron");
        assertThat(club.balance("alice", "stars")).isEqualTo(84);

        club.publish(shop(3, 100, 3, 1000), Map.of(Cause.metric("spend"), Choice.RESTART));
        club.send(buy(2, 100));

        assertThat(club.state("alice").metrics())
                .containsEntry(MetricKey.ever("spend"), new MetricCell.Total(100_000_000));
        assertThat(club.badges("alice")).containsExactly("patron");
        assertThat(club.balance("alice", "stars")).isEqualTo(91);
        club.send(refund(1));
        assertThat(club.state("alice").metrics())
                .containsEntry(MetricKey.ever("spend"), new MetricCell.Total(100_000_000));
        assertThat(club.badges("alice")).containsExactly("patron");
        assertThat(club.balance("alice", "stars")).isEqualTo(91);
    }

    @Test
    void recomputeGivesWithTheNextEventWhateverItIs() {
        club.send(buy(1, 600));
        club.send(buy(2, 1));
        assertThat(club.balance("alice", "stars")).isEqualTo(42);

        club.publish(
                shop(2, 100, 2, 500),
                Map.of(BUYER, Choice.RECOMPUTE, DAILY, Choice.RECOMPUTE, PATRON, Choice.RECOMPUTE));
        Decision next = club.send(hello("h"));

        assertThat(club.balance("alice", "stars")).isEqualTo(42 + 100 + 1000);
        assertThat(club.badges("alice")).containsExactly("buyer", "patron");
        assertThat(next.challenges()).hasSize(1);
        assertThat(club.send(hello("h2")).points()).isEmpty();
    }

    @Test
    void recomputeTakesWhatNoLongerHoldsAndSaysSo() {
        club.send(buy(1, 1200));
        club.send(buy(2, 1));
        club.send(buy(3, 1));
        assertThat(club.balance("alice", "stars")).isEqualTo(84 + 1100);

        club.publish(
                shop(9, 300, 9, 5000),
                Map.of(
                        BUYER,
                        Choice.RECOMPUTE,
                        HUNDREDS,
                        Choice.RECOMPUTE,
                        DAILY,
                        Choice.RECOMPUTE,
                        PATRON,
                        Choice.RECOMPUTE));
        Decision next = club.send(hello("h"));

        assertThat(club.balance("alice", "stars")).isEqualTo(28 + 1000);
        assertThat(club.badges("alice")).isEmpty();
        assertThat(next.challenges())
                .extracting(each -> each.challenge())
                .containsExactlyInAnyOrder("buyer", "hundreds");
        assertThat(next.points()).extracting(each -> each.points()).contains(-100L, -56L);
    }

    @Test
    void aBadgeOfWhichTheConditionChangesIsKept() {
        club.send(buy(1, 1200));
        club.publish(shop(3, 5000, 3, 5000), Map.of(PATRON, Choice.KEEP));

        club.send(buy(2, 1));

        assertThat(club.badges("alice")).containsExactly("patron");
        club.publish(shop(3, 5000, 3, 6000), Map.of(PATRON, Choice.RECOMPUTE));
        club.send(hello("h"));
        assertThat(club.badges("alice")).isEmpty();
    }

    @Test
    void whoWasAwayDuringARestartBeginsAnewWhateverCameAfterIt() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));

        club.publish(shop(3, 100, 9, 1000), Map.of(BUYER, Choice.RESTART));
        club.publish(shop(2, 100, 9, 1000), Map.of(BUYER, Choice.RECOMPUTE));
        club.send(hello("h"));

        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.state("alice").version()).isEqualTo(2);
        assertThat(club.state("alice").challenges())
                .doesNotContainKey(new ChallengeKey("buyer", 0));
    }

    @Test
    void anUnrelatedPublicationChangesNothing() {
        club.send(buy(1, 1));
        club.send(buy(2, 1));

        club.publish(shop(3, 100, 3, 1000));
        club.send(buy(3, 1));

        assertThat(club.balance("alice", "stars")).isEqualTo(1100);
        club.send(refund(3));
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(
                        Objects.requireNonNull(club.state("alice").streaks().get("daily"))
                                .active()
                                .size())
                .isEqualTo(2);
    }
}
