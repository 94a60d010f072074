package dev.laurel.leaderboards.leagues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.seals.Sealing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the verification says of leagues that were changed behind the service's back. */
class LeagueChecksIT extends RunningLeaderboardService {

    private static final Instant LATER_THIS_WEEK = Instant.parse("2011-11-18T00:00:00Z");

    @Autowired private Sealing sealing;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;

    @Test
    void findsNothingWhereLeaguesAreWhatScoresComeTo() {
        // Given
        twoWeeks("sound-league");

        // When
        JsonNode findings = verify("sound-league");

        // Then
        assertThat(findings.get("differences").asLong()).isZero();
        assertThat(findings.get("seats").asLong()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    tampered-no-seat | DELETE FROM seat WHERE member = 'ann' AND league = :first | Expected a group of ann in 2011-W44 of board weekly, but there is none.
                    tampered-gap | DELETE FROM seat WHERE member = 'ann' AND league = :first | Expected 3 members in bronze of league %s, but there are 2.
                    tampered-stray | UPDATE seat SET level = 2, number = 9 WHERE member = 'ann' AND league = :second | Expected ann in silver of league %s, but it was gold.
                    tampered-moved | UPDATE finish SET level_after = 0 WHERE member = 'ann' AND league = :first | Expected rank 1 and then level 1 of ann in league %s, but it was 1 and 0.
                    tampered-unmoved | DELETE FROM finish WHERE member = 'bob' AND league = :first | Expected rank 2 and then level 0 of bob in league %s, but it was nothing.
                    tampered-stranger | INSERT INTO finish VALUES (:first, 'mallory', 1, 1) | Expected 3 members at the end of league %s, but there are 4.
                    tampered-division | UPDATE division SET name = 'gold', level = 2 WHERE member = 'bob' AND :first > 0 AND program = 'tampered-division' | Expected silver of bob on board weekly, but it was gold.
                    tampered-nobody | DELETE FROM division WHERE member = 'bob' AND :first > 0 AND program = 'tampered-nobody' | Expected silver of bob on board weekly, but it was none.
                    """)
    void namesWhatIsNotAsScoresComeTo(String program, String change, String message) {
        // Given
        twoWeeks(program);
        List<Integer> ids =
                jdbc.sql("SELECT id FROM league WHERE program = ? ORDER BY first_day")
                        .param(program)
                        .query((row, _) -> row.getInt("id"))
                        .list();

        // When
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            int changed =
                    jdbc.sql(
                                    change.replace(":first", ids.get(0).toString())
                                            .replace(":second", ids.get(1).toString()))
                            .update();
            assertThat(changed).isEqualTo(1);
        });

        // Then
        JsonNode findings = verify(program);
        assertThat(findings.get("differences").asLong()).isPositive();
        assertThat(findings.get("examples").valueStream().map(JsonNode::asString))
                .contains(message.formatted(change.contains(":second") ? ids.get(1) : ids.get(0)));
    }

    /** Ann wins week 44 and silver in week 45, which bob wins in bronze. */
    private void twoWeeks(String program) {
        publish(
                program,
                "UTC",
                List.of(LeaguesIT.board(List.of("bronze", "silver", "gold"), 3, 1, 1)));
        TestLedger ledger = new TestLedger(program, "UTC");
        for (String day : List.of("2011-11-01", "2011-11-08")) {
            ledger.book("ann", "stars", 9, day + "T10:00:00Z")
                    .book("bob", "stars", 5, day + "T10:00:01Z")
                    .book("cid", "stars", 3, day + "T10:00:02Z");
        }
        book(ledger.entries());
        assertThat(sealing.run(program, LATER_THIS_WEEK)).isEqualTo(2);
    }

    private JsonNode verify(String program) {
        return api().get("/v1/programs/" + program + "/leaderboard-verification");
    }
}
