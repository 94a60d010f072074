package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.events.Event;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps within any one calendar period, or any so many days. */
class StepWindowsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            lateness: P366D
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
            metrics:
              - { id: purchases, on: purchase, value: count() }
              - { id: largest, on: purchase, value: max(event.data.amount) }
            challenges:
              - id: busy
                open: OPEN
                steps: [ { id: three, measure: METRIC, target: 3, window: WINDOW } ]
                award: { stars: 50 }
            """;

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        // three within one period and three that are not, by the days of London
        "day, 2026-03-09T00:00:00Z, 2026-03-09T12:00:00Z, 2026-03-09T23:59:59Z, true",
        "day, 2026-03-09T00:00:00Z, 2026-03-09T12:00:00Z, 2026-03-10T00:00:00Z, false",
        "day, 2026-06-08T23:00:00Z, 2026-06-09T12:00:00Z, 2026-06-09T22:59:59Z, true",
        "week, 2026-03-09T00:00:00Z, 2026-03-11T12:00:00Z, 2026-03-15T23:59:59Z, true",
        "week, 2026-03-08T23:59:59Z, 2026-03-11T12:00:00Z, 2026-03-15T23:59:59Z, false",
        "month, 2024-02-01T00:00:00Z, 2024-02-15T12:00:00Z, 2024-02-29T23:59:59Z, true",
        "month, 2024-02-29T12:00:00Z, 2024-02-29T12:00:01Z, 2024-03-01T00:00:00Z, false",
        "quarter, 2026-01-01T00:00:00Z, 2026-02-15T12:00:00Z, 2026-03-31T22:59:59Z, true",
        "quarter, 2026-01-01T00:00:00Z, 2026-02-15T12:00:00Z, 2026-03-31T23:00:00Z, false",
        "year, 2026-01-01T00:00:00Z, 2026-06-15T12:00:00Z, 2026-12-31T23:59:59Z, true",
        "year, 2025-12-31T23:59:59Z, 2026-06-15T12:00:00Z, 2026-12-31T23:59:59Z, false",
        "P3D, 2026-03-09T00:00:00Z, 2026-03-10T12:00:00Z, 2026-03-11T23:59:59Z, true",
        "P3D, 2026-03-09T23:59:59Z, 2026-03-10T12:00:00Z, 2026-03-12T00:00:00Z, false",
        "P1W, 2026-03-28T00:00:00Z, 2026-03-29T12:00:00Z, 2026-04-03T22:59:59Z, true",
        "P1W, 2026-03-28T00:00:00Z, 2026-03-29T12:00:00Z, 2026-04-03T23:00:00Z, false",
    })
    void isReachedWithinOnePeriod(
            String window, String first, String second, String third, boolean reached) {
        for (String[] order :
                new String[][] {
                    {first, second, third}, {third, first, second}, {second, third, first}
                }) {
            Club club = club(window, "2024-01-01/..", "purchases");
            for (String time : order) {
                club.send(purchase(time, 1));
            }
            assertThat(club.balance("alice", "stars")).isEqualTo(reached ? 50 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"week", "P7D"})
    void showsTheBestPeriodSoFar(String window) {
        Club club = club(window, "2026-01-01/..", "purchases");
        club.send(purchase("2026-03-10T10:00:00Z", 1));
        club.send(purchase("2026-03-11T10:00:00Z", 1));

        Decision other = club.send(purchase("2026-03-30T10:00:00Z", 1));
        Decision third = club.send(purchase("2026-03-09T10:00:00Z", 1));

        assertThat(other.challenges()).isEmpty();
        assertThat(third.challenges().getFirst().steps().getFirst().after()).isEqualTo(3);
        assertThat(third.challenges().getFirst().completed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"day", "month", "P30D"})
    void isTakenBackWhenThePeriodLosesWhatReachedIt(String window) {
        Club club = club(window, "../2026-12-31", "purchases");
        for (int hour = 10; hour < 13; hour++) {
            club.send(purchase("2026-03-10T" + hour + ":00:00Z", 1));
        }
        assertThat(club.balance("alice", "stars")).isEqualTo(50);

        club.send(
                Events.of("refund", "r", Map.of("purchase", "2026-03-10T11:00:00Z"))
                        .at("2026-03-20T10:00:00Z")
                        .event());

        assertThat(club.balance("alice", "stars")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"day, 2.5, 0", "day, 3, 50", "P10D, 2.5, 0", "P10D, 3, 50"})
    void findsTheHighestValueOfAnyPeriod(String window, double largest, long stars) {
        Club club = club(window, "../..", "largest");
        club.send(purchase("2026-03-10T10:00:00Z", largest));
        club.send(purchase("2026-03-14T10:00:00Z", 1));

        assertThat(club.balance("alice", "stars")).isEqualTo(stars);
    }

    @ParameterizedTest
    @CsvSource({"day", "P30D", "challenge"})
    void countsNothingFromOutsideOfTheChallenge(String window) {
        Club club = club(window, "2026-03-10/2026-03-10", "purchases");
        club.send(purchase("2026-03-09T23:59:59Z", 1));
        club.send(purchase("2026-03-10T00:00:00Z", 1));
        club.send(purchase("2026-03-10T23:59:59Z", 1));
        club.send(purchase("2026-03-11T00:00:00Z", 1));

        assertThat(club.balance("alice", "stars")).isZero();
        club.send(purchase("2026-03-10T12:00:00Z", 1));
        assertThat(club.balance("alice", "stars")).isEqualTo(50);
    }

    private static Club club(String window, String open, String metric) {
        return new Club(
                Programs.program(
                        SHOP.replace("WINDOW", window)
                                .replace("OPEN", open)
                                .replace("METRIC", metric)));
    }

    private static Event purchase(String time, double amount) {
        return Events.purchase(time, amount).at(time).event();
    }
}
