package dev.laurel.leaderboards.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.scores.Participant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The statements for another cluster of brokers in {@code backup-and-restore.md}. */
class RunbookIT extends RunningLeaderboardService {

    @Autowired private Roster roster;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    @Test
    void whatIsSaidOnAnotherClusterCountsAfterThem() throws IOException {
        // Given
        Participant ann = new Participant("other-brokers", "ann");
        enter(new Entrant(ann, false, Set.of(), 9_000));
        jdbc.sql("UPDATE participant SET decided = 9000 WHERE program = 'other-brokers'").update();
        enter(new Entrant(ann, true, Set.of(), 5));
        assertThat(roster.hidden("other-brokers", List.of("ann"))).isEmpty();

        // When
        for (String statement : statements()) {
            jdbc.sql(statement).update();
        }
        enter(new Entrant(ann, true, Set.of(), 5));

        // Then
        assertThat(roster.hidden("other-brokers", List.of("ann"))).containsExactly("ann");
        assertThat(
                        jdbc.sql("SELECT decided FROM participant WHERE program = 'other-brokers'")
                                .query(Long.class)
                                .single())
                .isEqualTo(-1);
    }

    private static List<String> statements() throws IOException {
        List<String> statements =
                Files.readAllLines(Path.of("../docs/operations/backup-and-restore.md")).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("UPDATE leaderboards."))
                        .toList();
        assertThat(statements).hasSize(2);
        return statements;
    }

    private void enter(Entrant entrant) {
        transactions.executeWithoutResult(_ -> roster.enter(List.of(entrant)));
    }
}
