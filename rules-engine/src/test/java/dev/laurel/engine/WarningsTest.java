package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is allowed in a program, but is seldom meant. */
class WarningsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars }, { id: sparks } ]
            events: { purchase: { amount: double } }
            metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
            rules: [ { id: earn, on: purchase, award: { stars: 1 } } ]
            challenges:
              - id: march
                open: 2026-03-01/2026-03-31
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { sparks: 5, badge: hare }
            badges: [ { id: hare } ]
            leaderboards: [ { id: monthly, of: stars, period: month } ]
            """;

    @Test
    void hasNoneForThatProgram() {
        assertThat(Programs.warnings(SHOP)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    of: stars | of: sparks | /leaderboards/0 | Expected a wallet that only what is measured pays into, but challenges, streaks, tiers or prizes pay into 'sparks' as well, so awards move members up.
                    metrics: [ | metrics: [ { id: visits, on: purchase, value: count() }, | /metrics/0 | Expected a challenge, a badge, a board or tiers to use the metric 'visits', but none does.
                    wallets: [ | wallets: [ { id: gems }, | /wallets/0 | Expected a rule, a challenge, a streak, a tier, a board or an exchange to pay into 'gems', but none does.
                    badges: [ | badges: [ { id: ghost }, | /badges/0 | Expected 'when', a challenge, a streak or a board to give the badge 'ghost', but there is none.
                    target: 100 | target: 10000000000000 | /challenges/0/steps/0 | Expected a target that the metric 'spend' can reach, at most 9223372036855, but it was 10000000000000.
                    value: sum( | when: 1 > 2, value: sum( | /challenges/0/steps/0 | Expected a condition of the metric 'spend' that can hold, but it never does, so the step cannot be reached.
                    measure: spend, target: 100 } | measure: spend, target: 100 }, { id: no, when: false } | /challenges/0/steps/1 | Expected a condition of the step 'no' that can hold, but it never does, so the step cannot be reached.
                    events: { | events: { visit: { }, | /events/visit | Expected a rule, a metric or a streak on 'visit', but there is none.
                    """)
    void pointsOut(String from, String to, String pointer, String message) {
        assertThat(Programs.warnings(SHOP.replace(from, to)))
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, message));
    }
}
