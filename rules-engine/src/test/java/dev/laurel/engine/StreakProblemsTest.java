package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Problem;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with streaks, and how it is said. */
class StreakProblemsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              restored: { day: string, amount: double }
            streaks:
              - id: weekly
                on: purchase
                every: week
                milestones: { 4: { stars: 100 }, 12: { badge: hare } }
                freezes: { earnEvery: 4, max: 2 }
                pauses: [ 2026-12-24/2027-01-01 ]
                timeZone: program
                repeat: never
                onReturn: keep
                restore: { on: restored, day: event.data.day }
              - { id: daily, on: purchase, every: day }
            badges: [ { id: hare } ]
            """;

    @Test
    void findsNothingWrongWithThatProgram() {
        assertThat(Programs.problems(SHOP)).isEmpty();
        assertThat(Programs.warnings(SHOP)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    id: daily | id: weekly | /streaks/1/id | Expected an id of its own, but 'weekly' was used before.
                    { id: daily, on: purchase | { id: daily, on: purchas | /streaks/1/on | Expected 'purchase', but the event type 'purchas' is unknown.
                    every: day | name: Daily | /streaks/1 | Expected 'every', but it is missing.
                    every: day | every: day, evry: day | /streaks/1/evry | Expected 'every', but the key 'evry' is unknown.
                    every: day | every: year | /streaks/1/every | Expected one of day, month, week, but the word 'year' is unknown.
                    every: day | every: day, milestones: { } | /streaks/1/milestones | Expected at least one length with its award, but there is none.
                    every: day | every: day, milestones: [ ] | /streaks/1/milestones | Expected an object, but it was a list of 0.
                    4: { stars: 100 } | 0: { stars: 100 } | /streaks/0/milestones/0 | Expected a length of 1 to 9999, but it was '0'.
                    4: { stars: 100 } | four: { stars: 100 } | /streaks/0/milestones/four | Expected a length of 1 to 9999, but it was 'four'.
                    4: { stars: 100 } | 4: 100 | /streaks/0/milestones/4 | Expected an object, but it was 100.
                    4: { stars: 100 } | 4: { } | /streaks/0/milestones/4 | Expected points or a badge, but there are none.
                    4: { stars: 100 } | 4: { stras: 100 } | /streaks/0/milestones/4/stras | Expected 'stars', but the wallet 'stras' is unknown.
                    4: { stars: 100 } | 4: { stars: 0 } | /streaks/0/milestones/4/stars | Expected at least 1, but it was 0.
                    4: { stars: 100 } | 4: { stars: 1.5 } | /streaks/0/milestones/4/stars | Expected a whole number, but it was 1.5.
                    12: { badge: hare } | 12: { badge: hair } | /streaks/0/milestones/12/badge | Expected hare, but the badge 'hair' is unknown.
                    earnEvery: 4 | earnEvery: 0 | /streaks/0/freezes/earnEvery | Expected 1 to 1000, but it was 0.
                    max: 2 | max: 11 | /streaks/0/freezes/max | Expected 1 to 10, but it was 11.
                    earnEvery: 4, max: 2 | earnEvery: 4 | /streaks/0/freezes | Expected 'max', but it is missing.
                    timeZone: program | timeZone: shop | /streaks/0/timeZone | Expected one of member, program, but the word 'shop' is unknown.
                    repeat: never | repeat: daily | /streaks/0/repeat | Expected one of each-run, never, but the word 'daily' is unknown.
                    onReturn: keep | onReturn: kepe | /streaks/0/onReturn | Expected 'keep', but the word 'kepe' is unknown.
                    2026-12-24/2027-01-01 | 2027-01-01/2026-12-24 | /streaks/0/pauses/0 | Expected a day such as 2026-12-25, or a first and a last one such as 2026-12-24/2027-01-01 with at most 366 days, but it was '2027-01-01/2026-12-24'.
                    2026-12-24/2027-01-01 | 2027-02-29 | /streaks/0/pauses/0 | Expected a day such as 2026-12-25, or a first and a last one such as 2026-12-24/2027-01-01 with at most 366 days, but it was '2027-02-29'.
                    [ 2026-12-24/2027-01-01 ] | Christmas | /streaks/0/pauses | Expected a list of at most 200, but it was 'Christmas'.
                    day: event.data.day | day: event.data.amount | /streaks/0/restore/day | Expected a text, but event.data.amount is of type double.
                    restored, day: event.data.day | restored | /streaks/0/restore | Expected 'day', but it is missing.
                    { on: restored, | { on: resorted, | /streaks/0/restore/on | Expected 'restored', but the event type 'resorted' is unknown.
                    """)
    void saysWhatIsWrong(String from, String to, String pointer, String message) {
        assertThat(SHOP).contains(from);

        List<Problem> problems = Programs.problems(SHOP.replace(from, to));

        assertThat(problems)
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(Tuple.tuple(pointer, message));
    }
}
