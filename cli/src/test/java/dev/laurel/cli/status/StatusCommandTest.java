package dev.laurel.cli.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.FakePlatform;
import dev.laurel.cli.Shell;
import dev.laurel.cli.Shell.Run;
import dev.laurel.cli.platform.PlatformClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    private static final String HEALTHY =
            """
            {"settled": true,
             "services": [{"service": "rules-service", "up": true}],
             "readers": [{"group": "laurel-rules", "lag": 0, "topics": {}}],
             "outboxes": [{"service": "scoring-service", "backlog": 0}],
             "ledger": {"sum": 0, "balanced": true}}
            """;

    private final FakePlatform platform = new FakePlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void showsEverythingInOneTable() {
        // Given
        platform.hasStatus(HEALTHY);

        // When
        Run run = status();

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        rules-service            up
                        laurel-rules             0 to read
                        scoring-service          0 to send
                        ledger                   balanced
                        Settled: everything accepted is decided, posted and passed on.
                        """);
    }

    @Test
    void endsWithOneWhenAServiceIsDown() {
        platform.hasStatus(HEALTHY.replace("\"up\": true", "\"up\": false"));
        Run run = status();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("DOWN");
    }

    @Test
    void endsWithOneWhenTheLedgerDoesNotBalance() {
        platform.hasStatus(
                HEALTHY.replace(
                        "\"sum\": 0, \"balanced\": true", "\"sum\": 7, \"balanced\": false"));
        Run run = status();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("NOT BALANCED: the sum over all accounts is 7");
    }

    @Test
    void endsWithOneWhenTheNightlyCheckFoundFaults() {
        platform.hasStatus(
                HEALTHY.replace("\"balanced\": true", "\"balanced\": true, \"faults\": 3"));
        Run run = status();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("NOT AS BOOKED: the last nightly check found 3 things wrong");
    }

    @Test
    void showsALagOfATroubledReader() {
        platform.hasStatus(
                HEALTHY.replace("\"lag\": 0", "\"lag\": 12345")
                        .replace("\"settled\": true", "\"settled\": false"));
        Run run = status();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("12,345 to read", "Not settled");
    }

    @Test
    void saysThatNobodyIsThere() {
        Run run = Shell.run(new StatusCommand(), "--url", "http://127.0.0.1:1");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Expected the platform at http://127.0.0.1:1, but");
    }

    @Test
    void saysWhatIsLeftWhenItDoesNotSettle() {
        // Given
        platform.hasStatus(
                """
                {"settled": false,
                 "services": [{"service": "crm-connector", "up": false}],
                 "readers": [{"group": "laurel-scoring", "lag": 1200}, {"group": "laurel-rules", "lag": null}],
                 "outboxes": [{"service": "badge-service", "backlog": 3}]}
                """);

        // Then
        try (PlatformClient client = new PlatformClient(platform.address())) {
            assertThatThrownBy(() -> new Settling(client).await(Duration.ofMillis(300), _ -> {}))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining(
                            "crm-connector to be up, laurel-scoring (1,200 to read), laurel-rules to say what it has to read, badge-service (3 to send)");
        }
    }

    private Run status() {
        return Shell.run(new StatusCommand(), "--url", platform.address().toString());
    }
}
