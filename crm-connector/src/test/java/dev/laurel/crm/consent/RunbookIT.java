package dev.laurel.crm.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.crm.profiles.ChallengeProgress;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The statements for another cluster of brokers in {@code backup-and-restore.md}. */
class RunbookIT extends RunningCrmConnector {

    private static final Member ANN = new Member("moved", "ann");
    private static final Mark OLD = Mark.ofOffset(3, 9_000);
    private static final Mark NEW = Mark.ofOffset(3, 5);

    @Autowired private Consents consents;
    @Autowired private Profiles profiles;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    @Test
    void whatIsSaidOnAnotherClusterCountsAfterThem() throws IOException {
        // Given
        tell(true, OLD);
        progress("autumn", OLD);
        tell(false, NEW);
        assertThat(consents.of("moved", List.of("ann"))).containsEntry("ann", Consent.GIVEN);

        // When
        for (String statement : statements()) {
            jdbc.sql(statement).update();
        }
        tell(false, NEW);
        progress("winter", NEW);

        // Then
        assertThat(consents.of("moved", List.of("ann"))).containsEntry("ann", Consent.REFUSED);
        assertThat(profiles.find(ANN).orElseThrow().challenges())
                .containsOnlyKeys("autumn", "winter");
    }

    private void tell(boolean given, Mark mark) {
        transactions.executeWithoutResult(
                _ -> consents.tell(List.of(new ConsentNews(ANN, given, mark))));
    }

    private void progress(String challenge, Mark mark) {
        transactions.executeWithoutResult(_ ->
                profiles.tell(
                        Part.CHALLENGES,
                        List.of(
                                new News<>(
                                        ANN,
                                        mark,
                                        Map.of(challenge, new ChallengeProgress(true, List.of())),
                                        null))));
    }

    private static List<String> statements() throws IOException {
        List<String> statements =
                Files.readAllLines(Path.of("../docs/operations/backup-and-restore.md")).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("UPDATE crm."))
                        .toList();
        assertThat(statements).hasSize(2);
        return statements;
    }
}
