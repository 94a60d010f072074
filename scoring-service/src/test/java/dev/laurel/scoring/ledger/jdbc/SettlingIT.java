package dev.laurel.scoring.ledger.jdbc;

import static dev.laurel.scoring.ledger.Instructing.NOW;
import static dev.laurel.scoring.ledger.Instructing.instruction;
import static dev.laurel.scoring.ledger.Instructing.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Zones;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a commit looks at to settle what was booked. */
class SettlingIT {

    @Test
    void readsWhatItsOwnTransactionNotedAndNotWhatOthersHaveLeftBehind() {
        try (LedgerDatabase database = LedgerDatabase.create()) {
            // Given: found empty by a vacuum, it is taken for so small that it is best read whole
            database.jdbc().sql("VACUUM ANALYZE unsettled").update();

            // When
            JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
            for (int i = 0; i < 50; i++) {
                Instruction instruction = instruction("ann", "d" + i, move("e" + i, 3));
                database.transactions()
                        .executeWithoutResult(_ -> {
                            Book book = journal.open(List.of(instruction), NOW);
                            book.book(instruction);
                            journal.append(book);
                            database.jdbc().sql("SELECT pg_stat_force_next_flush()").query(_ -> {});
                        });
            }

            // Then
            assertThat(scans(database, "idx_scan")).isGreaterThanOrEqualTo(50);
            assertThat(scans(database, "seq_scan")).isLessThan(50);
        }
    }

    private static long scans(LedgerDatabase database, String kind) {
        return database.number(
                "SELECT %s FROM pg_stat_user_tables WHERE relname = 'unsettled'".formatted(kind));
    }
}
