package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.Budget.Exhausted;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which budgets points are given from. */
class BudgetsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: UTC
            wallets: [ { id: stars }, { id: sparks } ]
            events:
              purchase: { amount: double }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics: [ { id: purchases, on: purchase, value: count() } ]
            rules:
              - { id: earn, on: purchase, award: { stars: 10, sparks: 1 } }
              - { id: more, on: purchase, award: { stars: 5 } }
            challenges:
              - { id: first, name: First, steps: [ { id: one, measure: purchases, target: 1 } ], award: { stars: 100 } }
            streaks:
              - { id: daily, every: day, on: purchase, milestones: { 1: { stars: 3 } } }
            budgets:
              - { id: all, wallet: stars, amount: 1000000 }
              - { id: autumn, wallet: stars, amount: 500, exhausted: refuse, rules: [ more ], challenges: [ first ] }
            """;

    private static final Budget ALL = new Budget("all", 1_000_000, Exhausted.TRIM);
    private static final Budget AUTUMN = new Budget("autumn", 500, Exhausted.REFUSE);

    private final Club club = new Club(Programs.program(SHOP));

    @Test
    void namesTheBudgetsOfEachAward() {
        Decision decision = club.send(purchase());

        assertThat(decision.points())
                .extracting(
                        effect -> effect.cause().id(), PointsEffect::wallet, PointsEffect::budgets)
                .containsExactlyInAnyOrder(
                        tuple("earn", "stars", List.of(ALL)),
                        tuple("earn", "sparks", List.of()),
                        tuple("more", "stars", List.of(ALL, AUTUMN)),
                        tuple("first", "stars", List.of(ALL, AUTUMN)),
                        tuple("daily", "stars", List.of(ALL)));
    }

    /** The shop is in New York, where the last evening of October is already November in UTC. */
    @ParameterizedTest(name = "{0}, {1} -> {2}")
    @CsvSource({
        "day, 2011-10-31T23:30:00-04:00, autumn@2011-10-31",
        "week, 2011-11-06T23:30:00-05:00, autumn@2011-10-31",
        "week, 2011-11-07T00:00:00-05:00, autumn@2011-11-07",
        "month, 2011-10-31T23:30:00-04:00, autumn@2011-10-01",
        "month, 2011-11-01T00:00:00-04:00, autumn@2011-11-01",
        "quarter, 2011-12-31T23:59:59-05:00, autumn@2011-10-01",
        "year, 2011-12-31T23:59:59-05:00, autumn@2011-01-01"
    })
    void eachPeriodIsABudgetOfItsOwn(String period, OffsetDateTime time, String id) {
        String shop =
                SHOP.replace("timeZone: UTC", "timeZone: America/New_York")
                        .replace("amount: 500", "amount: 500, period: " + period);

        Decision decision =
                new Club(Programs.program(shop))
                        .send(Events.purchase("p1", 1).at(time.toInstant().toString()).event());

        assertThat(decision.points())
                .filteredOn(effect -> effect.cause().id().equals("more"))
                .singleElement()
                .extracting(PointsEffect::budgets)
                .isEqualTo(List.of(ALL, new Budget(id, 500, Exhausted.REFUSE)));
    }

    @Test
    void takesBackWithoutNamingThemAsTheLedgerKnowsWhatWasGiven() {
        club.send(purchase());
        Decision taken = club.send(refund());

        assertThat(taken.points())
                .isNotEmpty()
                .allSatisfy(effect -> {
                    assertThat(effect.points()).isNegative();
                    assertThat(effect.undoes()).isNotNull();
                    assertThat(effect.budgets()).isEmpty();
                });
    }

    @Test
    void warnsThatTheOrderOfEventsDecidesWhoGetsTheLastPoints() {
        assertThat(Programs.warnings(SHOP))
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(
                        tuple(
                                "/budgets/0",
                                "Expected awards that follow from what happened, but who gets the last points of 'all' depends on the order in which events arrive."),
                        tuple(
                                "/budgets/1",
                                "Expected awards that follow from what happened, but who gets the last points of 'autumn' depends on the order in which events arrive."));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    amount: 500 | amount: -1 | /budgets/1/amount | Expected 0 to 1000000000000000 points, but it was -1.
                    amount: 500, exhausted | exhausted | /budgets/1 | Expected 'amount', but it is missing.
                    rules: [ more ] | rules: [ mor ] | /budgets/1/rules/0 | Expected 'more', but the rule 'mor' is unknown.
                    wallet: stars, amount: 500 | wallet: sparks, amount: 500 | /budgets/1/rules | Expected rules that award sparks, but 'more' does not.
                    id: autumn | id: all | /budgets/1/id | Expected an id of its own, but 'all' was used before.
                    exhausted: refuse | period: fortnight | /budgets/1/period | Expected one of day, month, quarter, week, year, but the word 'fortnight' is unknown.
                    exhausted: refuse | badges: [ x ] | /budgets/1/badges | Expected one of
                    """)
    void refuses(String from, String to, String pointer, String message) {
        List<Problem> problems = Programs.problems(SHOP.replace(from, to));

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().pointer()).isEqualTo(pointer);
        assertThat(problems.getFirst().message()).startsWith(message);
    }

    private static Event purchase() {
        return Events.purchase("p1", 1).event();
    }

    private static Event refund() {
        return Events.of("refund", "r1", Map.of("purchase", "p1")).event();
    }
}
