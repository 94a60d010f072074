package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.BadgeEffect.Change;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Challenges over metrics. */
class ChallengesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
            metrics:
              - { id: visits, on: purchase, value: count() }
              - { id: spend, on: purchase, value: sum(event.data.amount) }
            challenges:
              - id: march
                name: March
                open: 2026-03-01/2026-03-31
                steps:
                  - { id: twice, measure: visits, target: 2 }
                  - { id: hundred, measure: spend, target: 100.5, window: %s }
                award: { stars: 500, badge: hare }
                onReturn: %s
            badges: [ { id: hare, name: Hare } ]
            """;

    private final Club club = new Club(Programs.program(SHOP.formatted("challenge", "take-back")));
    private final Club ever = new Club(Programs.program(SHOP.formatted("ever", "take-back")));
    private final Club keeping = new Club(Programs.program(SHOP.formatted("challenge", "keep")));

    @Test
    void showsProgressBeforeAndAfter() {
        Decision decision = club.send(Events.purchase("1", 100.25).event());

        assertThat(decision.challenges())
                .containsExactly(
                        new ChallengeDecision(
                                "march",
                                null,
                                java.util.List.of(
                                        new StepProgress("twice", 0, 1, 2),
                                        new StepProgress("hundred", 0, 100.25, 100.5)),
                                0,
                                0));
        assertThat(decision.points()).isEmpty();
    }

    @Test
    void awardsOnceAllStepsAreReached() {
        club.send(Events.purchase("1", 100.25).event());

        Decision decision = club.send(Events.purchase("2", 0.25).event());
        Decision later = club.send(Events.purchase("3", 0.25).event());

        assertThat(decision.challenges().getFirst().completed()).isTrue();
        assertThat(decision.points())
                .extracting(PointsEffect::points, PointsEffect::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(500L, Cause.challenge("march")));
        assertThat(decision.badges())
                .extracting(BadgeEffect::badge, BadgeEffect::change)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hare", Change.ISSUED));
        assertThat(later.challenges().getFirst().completedBefore()).isTrue();
        assertThat(later.points()).isEmpty();
    }

    @Test
    void countsTheFirstAndTheLastDayButNoOther() {
        club.send(Events.purchase("0", 500).at("2026-02-28T23:59:59Z").event());
        club.send(
                Events.purchase("4", 500).at("2026-03-31T23:00:00Z").event()); // 1 April in London
        assertThat(club.balance("alice", "stars")).isZero();

        club.send(Events.purchase("1", 500).at("2026-03-01T00:00:00Z").event());
        club.send(Events.purchase("2", 500).at("2026-03-31T22:59:59Z").event());
        assertThat(club.balance("alice", "stars")).isEqualTo(500);
    }

    @Test
    void countsWhatCameBeforeForAStepOverEver() {
        ever.send(Events.purchase("0", 500).at("2025-01-01T12:00:00Z").event());
        ever.send(Events.purchase("1", 0).event());
        ever.send(Events.purchase("2", 0).event());

        assertThat(ever.balance("alice", "stars")).isEqualTo(500);
    }

    @Test
    void neverCountsWhatCameAfterItHadClosed() {
        ever.send(Events.purchase("1", 1).event());
        ever.send(Events.purchase("2", 1).event());

        Decision decision = ever.send(Events.purchase("3", 500).at("2026-04-01T12:00:00Z").event());

        assertThat(decision.challenges()).isEmpty();
        assertThat(ever.balance("alice", "stars")).isZero();
    }

    @Test
    void takesItsAwardBackWhenAStepIsUndone() {
        complete(club);

        Decision decision = club.send(refund("r", "1"));

        assertThat(decision.challenges().getFirst().completedBefore()).isTrue();
        assertThat(decision.challenges().getFirst().completed()).isFalse();
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.badges("alice")).isEmpty();
    }

    @Test
    void awardsAgainAfterItWasTakenBack() {
        complete(club);
        club.send(refund("r", "1"));

        club.send(Events.purchase("3", 200).event());

        assertThat(club.balance("alice", "stars")).isEqualTo(500);
        assertThat(club.badges("alice")).containsExactly("hare");
    }

    @Test
    void keepsItsAwardWhereTheProgramSaysSo() {
        complete(keeping);

        Decision decision = keeping.send(refund("r", "1"));
        keeping.send(Events.purchase("3", 200).event());

        assertThat(decision.challenges().getFirst().completed()).isTrue();
        assertThat(keeping.balance("alice", "stars")).isEqualTo(500);
        assertThat(keeping.badges("alice")).containsExactly("hare");
    }

    private static void complete(Club club) {
        club.send(Events.purchase("1", 100).event());
        club.send(Events.purchase("2", 100).event());
    }

    private static dev.laurel.engine.events.Event refund(String id, String purchase) {
        return Events.of("refund", id, Map.of("purchase", purchase)).event();
    }
}
