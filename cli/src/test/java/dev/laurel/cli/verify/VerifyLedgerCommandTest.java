package dev.laurel.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.FakePlatform;
import dev.laurel.cli.Shell;
import dev.laurel.cli.Shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLedgerCommandTest {

    private static final String FIRST =
            "{\"links\": 200, \"postings\": 1500, \"faults\": [], \"next\": \"abc\"}";
    private static final String LAST =
            """
            {"links": 7, "postings": 12, "faults": [], "next": null,
             "whole": {"fingerprint": "f00d", "heads": ["-3:7:aa", "0:200:bb"], "nightly": null}}
            """;

    private final FakePlatform platform = new FakePlatform();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        platform.close();
    }

    private Run verify(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "--url";
        arguments[1] = platform.address().toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[more.length + 2] = "retail-club";
        return Shell.run(new VerifyLedgerCommand(), arguments);
    }

    @Test
    void readsAllPagesAndKeepsTheHeads() throws IOException {
        // Given
        platform.answersNext(200, FIRST);
        platform.answersNext(200, LAST);
        Path file = folder.resolve("heads");

        // When
        Run run = verify("--keep", file.toString());

        // Then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        1,512 postings in 207 links: all as they were booked.
                        Fingerprint of the chains: f00d
                        The heads of the chains are in %s.
                        """
                                .formatted(file));
        assertThat(Files.readAllLines(file)).containsExactly("-3:7:aa", "0:200:bb");
        assertThat(platform.targets())
                .containsExactly(
                        "/v1/programs/retail-club/ledger/verification?limit=200",
                        "/v1/programs/retail-club/ledger/verification?limit=200&cursor=abc");
    }

    @Test
    void givesTheHeadsThatWereKept() throws IOException {
        // Given
        Path file = folder.resolve("heads");
        Files.writeString(file, "-3:7:aa\n\n0:200:bb\n");
        platform.answersNext(200, LAST);

        // When
        Run run = verify("--against", file.toString());

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(platform.targets().getFirst())
                .endsWith("?limit=200&anchor=-3%3A7%3Aaa&anchor=0%3A200%3Abb");
    }

    @Test
    void namesWhatIsNotAsItWasBooked() {
        // Given
        platform.answersNext(
                200, FIRST.replace("[]", "[{\"detail\": \"Expected posting 1, but it is 2.\"}]"));
        platform.answersNext(200, LAST);

        // When
        Run run = verify();

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "Expected posting 1, but it is 2.",
                        "1,512 postings in 207 links: 1 things are not as they were booked.");
    }

    @Test
    void endsWithOneWhenBalancesHaveDrifted() {
        // Given
        platform.answersNext(
                200,
                LAST.replace(
                        "null}}",
                        "{\"day\": \"2011-12-01\", \"discrepancies\": 2, \"first\": \"Expected 20, but 21.\"}}}"));

        // When
        Run run = verify();

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "Balances as of the nightly check of 2011-12-01: 2 are not what the postings say. Expected 20, but 21.");
    }

    @Test
    void saysThatThereIsNoSuchProgramOrFile() {
        platform.answersNext(404, "{\"detail\": \"Expected a published program.\"}");
        assertThat(verify().err()).contains("it answered 404: Expected a published program.");
        assertThat(verify("--against", folder.resolve("none").toString()).err())
                .startsWith("Expected heads of an earlier verification in");
    }
}
