package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that give and take points. */
class RulesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars }, { id: sparks } ]
            events:
              purchase: { amount: double, bonus: 'int?', items: 'list?', friend: 'string?' }
            rules:
            """;

    private final Club club =
            club("  - { id: earn, on: purchase, award: { stars: floor(event.data.amount) } }");

    @Test
    void awardsWhatTheFormulaGives() {
        Decision decision = club.send(Events.purchase("1", 12.7).event());

        assertThat(decision.outcome()).isEqualTo(Decision.Outcome.DECIDED);
        assertThat(decision.rules())
                .containsExactly(
                        new RuleDecision(
                                "earn",
                                Outcome.AWARDED,
                                Map.of("stars", 12L),
                                Map.of("stars", 12L),
                                null));
        assertThat(club.balance("alice", "stars")).isEqualTo(12);
    }

    @Test
    void takesWhenTheFormulaIsNegative() {
        club.send(Events.purchase("1", -3.5).event());

        assertThat(club.balance("alice", "stars")).isEqualTo(-4);
    }

    @Test
    void movesNothingWhenTheFormulaIsZero() {
        Decision decision = club.send(Events.purchase("1", 0.5).event());

        assertThat(decision.rules().getFirst().outcome()).isEqualTo(Outcome.AWARDED);
        assertThat(decision.points()).isEmpty();
    }

    @Test
    void readsWholeNumbersWhereTheShapeSaysDouble() {
        club.send(Events.of("purchase", "1", Map.of("amount", 7)).event());

        assertThat(club.balance("alice", "stars")).isEqualTo(7);
    }

    @Test
    void refusesWithTheConditionAndTheValuesThatItSaw() {
        RuleDecision decision =
                decide(
                        "when: event.data.amount > 0.0 && has(event.data.bonus) && event.data.bonus >= 3",
                        Map.of("amount", 5.0, "bonus", 2));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reason())
                .isEqualTo("Expected event.data.bonus >= 3, but event.data.bonus was 2.");
    }

    @Test
    void saysWhichFieldWasMissing() {
        RuleDecision decision = decide("when: has(event.data.bonus)", Map.of("amount", 5.0));

        assertThat(decision.reason())
                .isEqualTo("Expected has(event.data.bonus), but event.data.bonus was missing.");
    }

    @Test
    void showsBothSidesOfAComparison() {
        RuleDecision decision =
                decide(
                        "when: event.time.getHours(program.timeZone) >= 18 || event.data.amount > 100.0",
                        Map.of("amount", 5.0));

        assertThat(decision.reason())
                .isEqualTo(
                        "Expected event.time.getHours(program.timeZone) >= 18 || event.data.amount > 100.0,"
                                + " but event.time was 2026-03-10T12:00:00Z and program.timeZone was"
                                + " 'Europe/London' and event.data.amount was 5.0.");
    }

    @Test
    void failsAloneWhenAnExpressionFailsOnAnEvent() {
        Club two =
                club(
                        """
                          - { id: broken, on: purchase, award: { sparks: 10 / (floor(event.data.amount) - 5) } }
                          - { id: sound, on: purchase, award: { stars: 1 } }
                        """);

        Decision decision = two.send(Events.purchase("1", 5.0).event());

        assertThat(decision.rules())
                .extracting(RuleDecision::outcome)
                .containsExactly(Outcome.FAILED, Outcome.AWARDED);
        assertThat(decision.rules().getFirst().reason())
                .isEqualTo(
                        "Expected a value of 10 / (floor(event.data.amount) - 5), but it divides by zero.");
        assertThat(two.balance("alice", "stars")).isEqualTo(1);
    }

    @Test
    void failsWhenAnEventLacksWhatItsShapePromises() {
        Decision decision = club.send(Events.of("purchase", "1", Map.of()).event());

        assertThat(decision.rules().getFirst().reason())
                .isEqualTo(
                        "Expected a value of floor(event.data.amount), but 'amount' is missing.");
    }

    @Test
    void failsRatherThanOverflow() {
        Decision decision = club.send(Events.purchase("1", 1e15).event());

        assertThat(decision.rules().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(decision.rules().getFirst().reason())
                .contains("1000000000000000 is beyond 1000000000000 points at once");
    }

    @Test
    void givesEachEffectAnIdOfItsOwnAndTheSameOneAgain() {
        Club two = club("  - { id: earn, on: purchase, award: { stars: 1, sparks: 2 } }");

        Decision first = two.send(Events.purchase("1", 5.0).event());
        Decision second = two.send(Events.purchase("2", 5.0).event());
        Decision again =
                club("  - { id: earn, on: purchase, award: { stars: 1, sparks: 2 } }")
                        .send(Events.purchase("1", 5.0).event());

        assertThat(first.points()).hasSize(2).isEqualTo(again.points());
        assertThat(first.points()).doesNotContainAnyElementsOf(second.points());
        assertThat(first.points().getFirst().id().version()).isEqualTo(5);
    }

    @Test
    void paysTheMemberThatForNames() {
        Club referral =
                club(
                        """
                          - { id: refer, on: purchase, when: has(event.data.friend), for: event.data.friend,
                              award: { stars: 10 } }
                        """);

        List<Decision> decisions =
                referral.sendToAll(
                        Events.of("purchase", "1", Map.of("amount", 5.0, "friend", "bob")).event());

        assertThat(decisions).extracting(Decision::member).containsExactly("alice", "bob");
        assertThat(decisions.getFirst().rules()).isEmpty();
        assertThat(referral.balance("bob", "stars")).isEqualTo(10);
        assertThat(referral.balance("alice", "stars")).isZero();
    }

    @Test
    void paysTheSubjectWhereForNamesThem() {
        Club referral =
                club("  - { id: own, on: purchase, for: event.subject, award: { stars: 3 } }");

        assertThat(referral.sendToAll(Events.purchase("1", 5.0).event())).hasSize(1);
        assertThat(referral.balance("alice", "stars")).isEqualTo(3);
    }

    @Test
    void refusesABeneficiaryThatIsNoMemberId() {
        RuleDecision decision =
                decide(
                        "when: has(event.data.friend)\n    for: event.data.friend",
                        Map.of("amount", 5.0, "friend", " "));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reason())
                .isEqualTo(
                        "Expected event.data.friend to be a member id of 1 to 200 characters, but it was ' '.");
    }

    @Test
    void tellsTheSubjectWhyNobodyElseWasPaid() {
        RuleDecision decision =
                decide(
                        "when: has(event.data.friend) && event.data.amount > 9.0\n    for: event.data.friend",
                        Map.of("amount", 5.0, "friend", "bob"));

        assertThat(decision.reason())
                .isEqualTo("Expected event.data.amount > 9.0, but event.data.amount was 5.0.");
    }

    private static RuleDecision decide(String more, Map<String, Object> data) {
        Club club =
                club("  - id: earn\n    on: purchase\n    " + more + "\n    award: { stars: 1 }");
        return club.send(Events.of("purchase", "1", data).event()).rules().getFirst();
    }

    private static Club club(String rules) {
        return new Club(Programs.program(SHOP + rules));
    }
}
