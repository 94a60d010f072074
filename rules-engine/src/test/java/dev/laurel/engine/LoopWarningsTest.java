package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Problem;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Awards that feed themselves, and what nobody can ever get. */
class LoopWarningsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              returned: { purchase: string, reverses: { event: purchase, by: data.purchase } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: returns, on: returned, value: count() }
            rules:
              - { id: earn, on: purchase, award: { stars: 10 } }
              - { id: fee, on: returned, award: { stars: -1 } }
              - { id: sorry, on: returned, award: { stars: 2 }, limits: [ { per: month, count: 1 } ] }
            challenges:
              - id: weekly
                repeat: weekly
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 5 }
              - id: thorough
                steps: [ { id: ten, measure: returns, target: 10 } ]
                award: { stars: 5 }
            streaks:
              - { id: daily, on: purchase, every: day, milestones: { 3: { stars: 10 } } }
            badges: [ { id: big, when: metrics.spend >= 1000 } ]
            """;

    @Test
    void areNotInThatProgram() {
        assertThat(Programs.warnings(SHOP)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    award: { stars: -1 } | award: { stars: 1 } | /rules/1 | Expected a limit on stars that are given for undoing, but there is none on 'returned', so doing and undoing the same again and again pays.
                    id: thorough | id: thorough; repeat: unlimited | /challenges/1/repeat | Expected an end to what is given for undoing, but 'thorough' is unlimited and counts events that undo others.
                    repeat: weekly | repeat: weekly; onReturn: keep | /challenges/0/onReturn | Expected `onReturn: take-back` where a challenge repeats, but 'weekly' keeps each award of events that can all be undone.
                    every: day | every: day, onReturn: keep | /streaks/0/onReturn | Expected `onReturn: take-back` or `repeat: never`, but 'daily' keeps what each run paid for events that can all be undone.
                    repeat: weekly | repeat: weekly; audience: 1 > 2 | /challenges/0 | Expected an audience that somebody can belong to, but nobody can, so 'weekly' cannot be completed.
                    every: day | every: day, when: false | /streaks/0 | Expected a condition that can hold, but it never does, so 'daily' never begins.
                    metrics.spend >= 1000 | metrics.spend >= 1000 && 1 > 2 | /badges/0 | Expected a condition that can hold, but it never does, so nobody gets 'big'.
                    """)
    void arePointedOut(String from, String to, String pointer, String message) {
        String program = SHOP.replace(from, to.replace("; ", "\n    "));

        assertThat(Programs.warnings(program))
                .extracting(Problem::pointer, Problem::message)
                .contains(Tuple.tuple(pointer, message));
    }

    @Test
    void keepQuietWhereARunIsPaidOnce() {
        String once = SHOP.replace("every: day", "every: day, onReturn: keep, repeat: never");

        assertThat(Programs.warnings(once)).isEmpty();
    }
}
