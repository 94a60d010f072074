package dev.laurel.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.FakePlatform;
import dev.laurel.cli.Shell;
import dev.laurel.cli.Shell.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifyBoardsCommandTest {

    private static final String DAYS =
            """
            {"items": [{"wallet": "stars", "member": "ann", "day": "2011-11-03", "points": 5},
                       {"wallet": "stars", "member": "bob", "day": "2011-11-03", "points": 0}],
             "next": null}
            """;
    private static final String GIVEN =
            """
            {"items": [%s], "next": "abc"}
            """
                    .formatted(entry("issuance:rule:earn", "pending", 7));
    private static final String TAKEN =
            """
            {"items": [%s, %s], "next": null}
            """
                    .formatted(
                            entry("member", "issuance:rule:give-back", 2),
                            entry("member", "spent", 3));
    private static final String RANKINGS =
            """
            {"rankings": 2, "places": 4, "differences": 0, "examples": []}
            """;

    /** The clock of a platform in a test is that of the machine. */
    private static final String HOLDING_BACK =
            """
            {"items": [], "next": null, "until": "2011-12-01T00:00:00Z"}
            """;

    private static final String COMPLETE =
            """
            {"items": [], "next": null, "until": "9999-12-01T00:00:00Z"}
            """;

    private final FakePlatform platform = new FakePlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    private Run verify() {
        return Shell.run(
                new VerifyBoardsCommand(), "--url", platform.address().toString(), "retail-club");
    }

    @Test
    void findsNoDifferenceOnceTheJournalShowsWhatWasIssuedLessWhatWasTakenBack() {
        // Given
        platform.answersNext(200, DAYS);
        platform.answersNext(200, RANKINGS);
        platform.answersNext(200, HOLDING_BACK);
        platform.answersNext(200, COMPLETE);
        platform.answersNext(200, GIVEN);
        platform.answersNext(200, TAKEN);

        // When
        Run run = verify();

        // Then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        3 postings, 2 days of members, 4 places in 2 rankings: no difference.
                        """);
        assertThat(platform.targets())
                .containsExactly(
                        "/v1/programs/retail-club/leaderboard-days?limit=500",
                        "/v1/programs/retail-club/leaderboard-verification",
                        "/v1/programs/retail-club/ledger/journal?limit=1",
                        "/v1/programs/retail-club/ledger/journal?limit=1",
                        "/v1/programs/retail-club/ledger/journal?limit=500",
                        "/v1/programs/retail-club/ledger/journal?limit=500&cursor=abc");
    }

    @Test
    void namesDaysAndPlacesThatAreNotWhatTheyShouldBe() {
        // Given
        platform.answersNext(200, DAYS.replace("\"points\": 5", "\"points\": 6"));
        platform.answersNext(
                200,
                """
                {"rankings": 2, "places": 4, "differences": 1, "examples": ["Expected 5, but 6."]}
                """);
        platform.answersNext(200, COMPLETE);
        platform.answersNext(200, GIVEN);
        platform.answersNext(200, TAKEN);

        // When
        Run run = verify();

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        Expected 5 for 2011-11-03, wallet stars, member ann, but the boards have 6.
                        Expected 5, but 6.
                        3 postings, 2 days of members, 4 places in 2 rankings: 2 differences.
                        """);
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        // Given
        platform.answersNext(404, "{\"detail\": \"Expected a published program.\"}");

        // When
        Run run = verify();

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("404: Expected a published program.");
    }

    private static String entry(String debit, String credit, int amount) {
        return """
        {"wallet": "stars", "member": "ann", "localDate": "2011-11-03", "debit": "%s",
         "credit": "%s", "amount": %d}
        """
                .formatted(debit, credit, amount);
    }
}
