package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with leagues. */
class LeagueProblemsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events: { purchase: { amount: double } }
            rules: [ { id: earn, on: purchase, award: { stars: 1 } } ]
            leaderboards:
              - id: weekly
                of: stars
                period: week
                seal: { after: PT12H }
                leagues: { divisions: [ bronze, silver, gold ], size: 30, promote: 5, relegate: 5 }
            """;

    @Test
    void findsNothingWrongWithThatProgram() {
        assertThat(Programs.problems(SHOP)).isEmpty();
        assertThat(Programs.problems(SHOP.replace(", relegate: 5", ""))).isEmpty();
        assertThat(Programs.problems(SHOP.replace("relegate: 5", "relegate: 25"))).isEmpty();
        assertThat(Programs.problems(SHOP.replace("PT12H", "PT167H"))).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [ bronze, silver, gold ] | [ bronze ] | /divisions | Expected 2 to 50 divisions, from the lowest to the highest, but it was 1.
                    [ bronze, silver, gold ] | [ bronze, bronze ] | /divisions | Expected each division once, but 'bronze' is there twice.
                    [ bronze, silver, gold ] | [ bronze, pure gold ] | /divisions | Expected letters, digits, '-' and '_' beginning with a letter, at most 64, but it was 'pure gold'.
                    [ bronze, silver, gold ] | [ bronze, silver, 3 ] | /divisions/2 | Expected a text, but it was 3.
                    divisions: [ bronze, silver, gold ], | `` | `` | Expected 'divisions', but it is missing.
                    size: 30, | `` | `` | Expected 'size', but it is missing.
                    size: 30 | size: 1 | /size | Expected 2 to 500, but it was 1.
                    size: 30 | size: 501 | /size | Expected 2 to 500, but it was 501.
                    promote: 5, | `` | `` | Expected 'promote', but it is missing.
                    promote: 5 | promote: 0 | /promote | Expected 1 to 30, but it was 0.
                    relegate: 5 | relegate: -1 | /relegate | Expected 0 to 30, but it was -1.
                    relegate: 5 | relegate: 26 | /relegate | Expected at most 25, as a group of 30 promotes 5, but it was 26.
                    relegate: 5 | relegated: 5 | /relegated | Expected 'relegate', but the key 'relegated' is unknown.
                    seal: { after: PT12H } | top: 5 | `` | Expected 'seal' with 'leagues', whose members move when a period is sealed, but there is none.
                    after: PT12H | after: P7D | `` | Expected a board that is sealed within its next period, less than PT168H after its end, as that is when the next league begins, but it is PT168H.
                    of: stars | of: stars, by: team | `` | Expected a board of members for leagues, but it ranks teams.
                    """)
    void saysWhatIsWrong(String from, String to, String pointer, String message) {
        // Given
        assertThat(SHOP).contains(from);

        // When
        List<Problem> problems =
                Programs.problems(SHOP.replace(from, to.replace(", by", "\n    by")));

        // Then
        assertThat(problems)
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(tuple("/leaderboards/0/leagues" + pointer, message));
    }
}
