package dev.laurel.scoring.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements for another cluster of brokers in {@code backup-and-restore.md}. */
class RunbookIT {

    @Test
    void forgetTheOffsetsOfDecisions() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.create()) {
            // Given
            database.jdbc()
                    .sql("INSERT INTO measured (program, member, decided) VALUES ('p', 'ann', 900)")
                    .update();

            // When
            for (String statement : statements()) {
                database.jdbc().sql(statement).update();
            }

            // Then
            assertThat(database.number("SELECT decided FROM measured")).isEqualTo(-1);
        }
    }

    private static List<String> statements() throws IOException {
        List<String> statements =
                Files.readAllLines(Path.of("../docs/operations/backup-and-restore.md")).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("UPDATE scoring."))
                        .toList();
        assertThat(statements).hasSize(1);
        return statements;
    }
}
