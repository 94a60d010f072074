package dev.laurel.scoring.ledger.jdbc;

import static dev.laurel.scoring.ledger.Instructing.NOW;
import static dev.laurel.scoring.ledger.Instructing.instruction;
import static dev.laurel.scoring.ledger.Instructing.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JdbcJournalIT {

    private static final LedgerDatabase database = LedgerDatabase.create();

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    private final JdbcJournal journal = new JdbcJournal(database.dataSource());

    private Book book(Instruction... instructions) {
        return database.transactions()
                .execute(_ -> {
                    Book book = journal.open(List.of(instructions), NOW);
                    for (Instruction instruction : instructions) {
                        book.book(instruction);
                    }
                    journal.append(book.postings());
                    return book;
                });
    }

    @Test
    void keepsPostingsBalancesAndSequences() {
        // When
        book(instruction("ann", "ann-1", move("ann-a", 30), move("ann-b", "miles", 7)));
        Book second = book(instruction("ann", "ann-2", move("ann-c", -40)));

        // Then
        assertThat(second.postings().getFirst().sequence()).isEqualTo(3);
        assertThat(second.postings().getFirst().after().points()).isEqualTo(-10);
        assertThat(
                        database.number(
                                "SELECT balance FROM member_account WHERE member = 'ann' AND wallet = 'stars'"))
                .isEqualTo(-10);
        assertThat(
                        database.number(
                                "SELECT count(*) FROM posting WHERE member = 'ann' AND event_time = '2011-11-30T22:30:00Z' AND local_date = '2011-12-01' AND recorded_at = '2011-12-01T08:00:00Z'"))
                .isEqualTo(3);
        assertThat(database.discrepancies()).isZero();
    }
}
