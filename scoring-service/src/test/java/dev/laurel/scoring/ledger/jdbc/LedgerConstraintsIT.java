package dev.laurel.scoring.ledger.jdbc;

import static dev.laurel.scoring.ledger.Instructing.NOW;
import static dev.laurel.scoring.ledger.Instructing.instruction;
import static dev.laurel.scoring.ledger.Instructing.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Zones;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tries to break the ledger with plain SQL. */
class LedgerConstraintsIT {

    private static final LedgerDatabase database = LedgerDatabase.create();

    @BeforeAll
    static void book() {
        JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
        List<Instruction> instructions =
                List.of(
                        instruction("ann", "d1", move("e1", 30)),
                        instruction("bob", "d2", move("e2", -10)));
        database.transactions()
                .executeWithoutResult(_ -> {
                    Book book = journal.open(instructions, NOW);
                    instructions.forEach(book::book);
                    journal.append(book);
                });
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE posting SET amount = amount + 1",
                "UPDATE posting SET member = 'eva' WHERE member = 'nobody'",
                "DELETE FROM posting",
                "TRUNCATE posting",
                "TRUNCATE member_account",
                "TRUNCATE program_account"
            })
    void isOnlyEverAddedTo(String sql) {
        assertThatThrownBy(() -> database.jdbc().sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("to be only added to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE member_account SET balance = balance + 1 WHERE member = 'ann'",
                "UPDATE member_account SET held = held + 1 WHERE member = 'ann'",
                "UPDATE member_account SET balance = balance - 5, held = held + 5 WHERE member = 'ann'",
                "DELETE FROM member_account WHERE member = 'ann'",
                "INSERT INTO member_account VALUES ('retail-club', 'eva', 'stars', 5, 5)",
                "UPDATE program_account SET credits = credits + 1 WHERE account = 'member'",
                "UPDATE program_account SET debits = debits + 1, credits = credits + 2",
                "DELETE FROM program_account",
                """
                INSERT INTO program_account
                VALUES ('retail-club', 'stars', 'issuance:rule:gift', 0, 5, 0, 1)
                """,
                """
                WITH member AS (
                    UPDATE member_account SET balance = balance + 5 WHERE member = 'ann'
                )
                UPDATE program_account SET credits = credits + 5 WHERE account = 'member'
                """
            })
    void doesNotCommitBalancesThatMoveWithoutPostings(String sql) {
        // When
        assertThatThrownBy(() ->
                        database.transactions()
                                .executeWithoutResult(_ -> database.jdbc().sql(sql).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("to move as its postings say");

        // Then
        assertThat(database.discrepancies()).isZero();
        assertThat(database.number("SELECT sum(balance)::bigint FROM member_account"))
                .isEqualTo(20);
        assertThat(database.number("SELECT sum(credits - debits)::bigint FROM program_account"))
                .isZero();
    }

    @Test
    void doesNotCommitAPostingThatMovesNoBalance() {
        assertThatThrownBy(() ->
                        database.jdbc()
                                .sql(
                                        """
                                        INSERT INTO posting
                                        SELECT gen_random_uuid(), program, member, 99, wallet,
                                               debit, credit, amount, balance_after,
                                               earned_after, cause_kind, cause_id, decision,
                                               version, event_source, event_id, event_time,
                                               local_date, recorded_at, link, digest
                                        FROM posting WHERE member = 'ann'
                                        """)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("to move as its postings say");
    }

    @Test
    void commitsBalancesThatMoveAndMoveBack() {
        // When
        database.transactions()
                .executeWithoutResult(_ -> {
                    database.jdbc().sql("UPDATE member_account SET balance = balance + 1").update();
                    database.jdbc().sql("UPDATE member_account SET balance = balance - 1").update();
                });

        // Then
        assertThat(database.discrepancies()).isZero();
        assertThat(database.number("SELECT count(*) FROM unsettled")).isZero();
    }

    @Test
    void saysWhichBalancesAreWrongWhenSomebodyWentPastTheConstraints() {
        // Given
        try (LedgerDatabase broken = LedgerDatabase.create()) {
            broken.jdbc().sql("ALTER TABLE member_account DISABLE TRIGGER ALL").update();

            // When
            broken.jdbc()
                    .sql("INSERT INTO member_account VALUES ('retail-club', 'eva', 'stars', 5, 5)")
                    .update();

            // Then
            assertThat(
                            broken.jdbc()
                                    .sql(
                                            "SELECT member || ' ' || booked || ' ' || kept FROM discrepancy")
                                    .query(String.class)
                                    .list())
                    .containsExactly("eva 0 5");
        }
    }
}
