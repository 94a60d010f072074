package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which rates points are exchanged: the ledger does it, the compiler checks what is said. */
class ExchangesTest {

    private static final String PROGRAM =
            """
            program: two-currencies
            timeZone: Etc/UTC
            wallets: [ { id: stars }, { id: miles } ]
            events: { visit: {} }
            exchanges:
              - id: stars-to-miles
                from: { wallet: stars, points: 100 }
                to: { wallet: miles, points: 3 }
            """;

    @Test
    void areAccepted() {
        assertThat(Programs.problems(PROGRAM)).isEmpty();
        assertThat(Programs.warnings(PROGRAM))
                .extracting(Problem::pointer)
                .as("nothing pays into stars, and the exchange into miles")
                .contains("/wallets/0")
                .doesNotContain("/wallets/1");
    }

    @Test
    void circlesThatGiveMoreThanTheyTakeArePointedOut() {
        String circle =
                """
                program: three-currencies
                timeZone: Etc/UTC
                wallets: [ { id: stars }, { id: miles }, { id: coins } ]
                events: { visit: {} }
                exchanges:
                  - { id: a, from: { wallet: stars, points: 100 }, to: { wallet: miles, points: 3 } }
                  - { id: b, from: { wallet: miles, points: 1 }, to: { wallet: coins, points: 20 } }
                  - { id: c, from: { wallet: coins, points: 3 }, to: { wallet: stars, points: %d } }
                  - { id: d, from: { wallet: miles, points: 3 }, to: { wallet: stars, points: 100 } }
                """;

        assertThat(circles(circle.formatted(5))).isEmpty();
        assertThat(circles(circle.formatted(6)))
                .containsExactly(
                        "/exchanges/0: Expected exchanges that nobody gains by, but from 'stars' by 'a' and back there is 1.200 for each point.",
                        "/exchanges/1: Expected exchanges that nobody gains by, but from 'miles' by 'b' and back there is 1.200 for each point.",
                        "/exchanges/2: Expected exchanges that nobody gains by, but from 'coins' by 'c' and back there is 1.200 for each point.");
    }

    private static List<String> circles(String program) {
        return Programs.warnings(program).stream()
                .filter(warning -> warning.pointer().startsWith("/exchanges"))
                .map(warning -> warning.pointer() + ": " + warning.message())
                .toList();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    points: 100 | points: 0 | /exchanges/0/from/points | Expected 1 to 1000000000 points, but it was 0.
                    points: 100 | worth: 1 | /exchanges/0/from/worth | Expected one of
                    to: { wallet: miles, points: 3 } | {} | /exchanges/0 | Expected 'to', but it is missing.
                    wallet: stars | wallet: star | /exchanges/0/from/wallet | Expected 'stars', but the wallet 'star' is unknown.
                    wallet: miles | wallet: stars | /exchanges/0/to | Expected another wallet than the one that points come from, but both are 'stars'.
                    """)
    void saysWhatIsWrong(String from, String to, String pointer, String message) {
        List<Problem> problems =
                Programs.problems(PROGRAM.replace(from, to.equals("{}") ? "" : to));

        assertThat(problems.getFirst().pointer()).isEqualTo(pointer);
        assertThat(problems.getFirst().message()).startsWith(message);
    }
}
