package dev.laurel.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.Result;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured side by side decides the same. */
class SameRulesTest {

    private static final Member ALICE = Member.of("alice");

    @Test
    void handWrittenJavaGivesWhatTheEngineGives() {
        Program program = Programs.tenRules();
        MemberState state = MemberState.EMPTY;
        HandWritten.State other = HandWritten.State.EMPTY;
        for (Event purchase : Purchases.of(ALICE.id(), 300, 7)) {
            Result result = Engine.decide(program, ALICE, state, key -> null, purchase);
            HandWritten.Outcome outcome = HandWritten.decide(other, ALICE.id(), purchase);

            assertThat(outcome.decision()).isEqualTo(result.decision().id());
            assertThat(outcome.points()).isEqualTo(points(result.decision()));
            assertThat(outcome.progress()).isEqualTo(progress(result.decision()));
            state = result.state();
            other = outcome.state();
        }
    }

    @Test
    void allTenRulesAwardAndAllThreeChallengesMoveOn() {
        Decision decision =
                Engine.decide(
                                Programs.tenRules(),
                                ALICE,
                                MemberState.EMPTY,
                                key -> null,
                                Purchases.of(ALICE.id(), 1, 7).getFirst())
                        .decision();

        assertThat(decision.rules())
                .hasSize(10)
                .allMatch(rule -> rule.outcome() == Outcome.AWARDED);
        assertThat(decision.challenges()).hasSize(3);
    }

    @Test
    void droolsAsksForWhatTheEngineAsksFor() {
        Program program = Programs.tenRules();
        try (DroolsRules drools = new DroolsRules()) {
            for (Event purchase : Purchases.of(ALICE.id(), 300, 7)) {
                List<DroolsRules.Award> asked = new ArrayList<>();
                Engine.decide(program, ALICE, MemberState.EMPTY, key -> null, purchase)
                        .decision()
                        .rules()
                        .forEach(rule ->
                                rule.asked()
                                        .forEach((wallet, points) ->
                                                asked.add(
                                                        new DroolsRules.Award(
                                                                rule.rule(), wallet, points))));

                assertThat(drools.decide(purchase)).containsExactlyInAnyOrderElementsOf(asked);
            }
        }
    }

    @Test
    void fiveRulesConcernAPurchaseHoweverManyThereAre() {
        Event purchase = Purchases.of(ALICE.id(), 1, 7).getFirst();
        for (int rules : List.of(100, 1_000)) {
            Program program = Programs.withRules(rules);
            Result result = Engine.decide(program, ALICE, MemberState.EMPTY, key -> null, purchase);

            assertThat(program.rules()).hasSize(rules);
            assertThat(result.decision().rules())
                    .hasSize(Programs.CONCERNED)
                    .allMatch(rule -> rule.outcome() == Outcome.AWARDED);
        }
    }

    private static List<HandWritten.Points> points(Decision decision) {
        return decision.points().stream()
                .map(effect ->
                        new HandWritten.Points(
                                effect.id(), effect.cause().id(), effect.wallet(), effect.points()))
                .toList();
    }

    private static List<HandWritten.Progress> progress(Decision decision) {
        return decision.challenges().stream()
                .map(challenge ->
                        new HandWritten.Progress(
                                challenge.challenge(),
                                challenge.steps().stream().map(StepProgress::before).toList(),
                                challenge.steps().stream().map(StepProgress::after).toList()))
                .toList();
    }
}
