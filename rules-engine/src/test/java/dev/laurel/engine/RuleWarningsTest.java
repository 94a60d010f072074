package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Problem;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, boosts and limits that are allowed, but seldom meant. */
class RuleWarningsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars }, { id: sparks } ]
            events: { purchase: { amount: double, store: string } }
            rules:
              - { id: earn, on: purchase, award: { stars: floor(event.data.amount) }, limits: [ { per: day, stars: 50 }, { per: month, stars: 400 } ] }
              - { id: spark, on: purchase, award: { sparks: 1 }, limits: [ { per: day, count: 3 } ] }
            boosts:
              - { id: double, rules: [ earn ], valid: 2026-03-01/2026-03-31, multiply: { stars: 2 } }
              - { id: triple, rules: [ earn ], valid: 2026-03-20/2026-04-30, multiply: { stars: 3 } }
            limits: [ { id: all, rules: [ earn ], per: month, stars: 300 } ]
            """;

    @Test
    void haveNoneInThatProgram() {
        assertThat(Programs.warnings(SHOP)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    multiply: { stars: 3 } | multiply: { stars: 3 }, stacking: multiply | /rules/0 | Expected boosts that are meant together, but 2 of them at once multiply the stars of 'earn' by 6.
                    multiply: { stars: 3 } | multiply: { stars: 3.5 }, stacking: add | /rules/0 | Expected boosts that are meant together, but 2 of them at once multiply the stars of 'earn' by 7.
                    id: spark, on | id: spark, valid: 2026-03-16/2026-03-20, days: [ sun ], on | /rules/1 | Expected a day within its window, but a day from 2026-03-16 to 2026-03-20 on sun has none.
                    id: spark, on | id: spark, when: 1 > 2 && event.data.amount > 5.0, on | /rules/1 | Expected a condition that can hold, but 'when' never does.
                    id: spark, on | id: spark, audience: false, on | /rules/1 | Expected a condition that can hold, but 'audience' never does.
                    multiply: { stars: 2 } | multiply: { sparks: 2 } | /boosts/0 | Expected a rule that gives what 'double' boosts, but there is none.
                    id: earn, on | id: earn, valid: 2026-06-01/.., on | /boosts/0 | Expected a time at which one of its rules is in force as well, but there is none.
                    per: month, stars: 400 | per: month, stars: 50 | /rules/0 | Expected less than 50 per day in the shorter period, but it is never reached, as there is 50 per month.
                    per: day, count: 3 | per: ever, count: 1, object: event.data.store }, { per: day, sparks: 3 | /rules/1 | Expected limits on sparks of which each lies within the next, but 1 ever for each event.data.store does not lie within 3 per day, so what they let through depends on the order of events.
                    rules: [ earn ], per: month | rules: [ earn ], per: day | /rules/0 | Expected limits on stars of which each lies within the next, but 400 per month does not lie within limit all of 300 per day, so what they let through depends on the order of events.
                    rules: [ earn ], per: month | rules: [ earn ], timeZone: member, per: month | /rules/0 | Expected limits on stars of which each lies within the next, but 400 per month does not lie within limit all of 300 per month, so what they let through depends on the order of events.
                    """)
    void pointOut(String from, String to, String pointer, String message) {
        assertThat(SHOP).contains(from);

        assertThat(Programs.warnings(SHOP.replace(from, to)))
                .extracting(Problem::pointer, Problem::message)
                .contains(Tuple.tuple(pointer, message));
    }

    @Test
    void keepQuietAboutBoostsThatNeverMeet() {
        String weekdays =
                SHOP.replace(
                                "valid: 2026-03-01/2026-03-31, multiply: { stars: 2 }",
                                "days: [ sat ], multiply: { stars: 2 }, stacking: multiply")
                        .replace(
                                "valid: 2026-03-20/2026-04-30, multiply: { stars: 3 }",
                                "days: [ sun ], multiply: { stars: 3 }, stacking: multiply");
        String months =
                SHOP.replace(
                        "2026-03-20/2026-04-30, multiply: { stars: 3 }",
                        "2026-04-01/2026-04-30, multiply: { stars: 3 }, stacking: multiply");

        assertThat(Programs.warnings(weekdays)).isEmpty();
        assertThat(Programs.warnings(months)).isEmpty();
    }
}
