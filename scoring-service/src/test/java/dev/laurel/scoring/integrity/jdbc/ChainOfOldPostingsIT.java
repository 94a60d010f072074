package dev.laurel.scoring.integrity.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.chain.Head;
import dev.laurel.scoring.integrity.Fault;
import dev.laurel.scoring.integrity.Fault.Kind;
import dev.laurel.scoring.integrity.Verification.Part;
import dev.laurel.scoring.ledger.Booking;
import dev.laurel.scoring.ledger.Instructing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Postings that were booked before there were chains. */
class ChainOfOldPostingsIT {

    @Test
    void areChainedByTheMigrationAsTheyWouldHaveBeen() {
        try (LedgerDatabase database = LedgerDatabase.createAt("0015")) {
            // Given
            database.transactions()
                    .executeWithoutResult(_ -> {
                        for (int i = 1; i <= 4; i++) {
                            book(database, i);
                        }
                    });

            // When
            database.migrate();

            // Then
            JdbcVerification verification = new JdbcVerification(database.jdbc());
            Part part = verification.links("old-club", 0, 100);
            assertThat(part.faults()).isEmpty();
            assertThat(part.postings()).isEqualTo(4);
            assertThat(part.links()).isEqualTo(2);
            assertThat(verification.rest("old-club")).isEmpty();

            // When
            new Booking(database)
                    .book(
                            Instant.parse("2011-12-03T00:00:00Z"),
                            Booking.happened(
                                    "old-club",
                                    "bob",
                                    0,
                                    Instant.parse("2011-12-03T00:00:00Z"),
                                    "new",
                                    Instructing.move("new", 5)));

            // Then
            assertThat(verification.links("old-club", 0, 100).faults()).isEmpty();
            assertThat(verification.heads("old-club"))
                    .singleElement()
                    .extracting(Head::number)
                    .isEqualTo(3L);

            // When
            database.transactions()
                    .executeWithoutResult(_ -> {
                        database.jdbc()
                                .sql("SET LOCAL session_replication_role = replica")
                                .update();
                        database.jdbc()
                                .sql("UPDATE posting SET event_id = 'x' WHERE sequence = 2")
                                .update();
                    });

            // Then
            assertThat(verification.links("old-club", 0, 100).faults())
                    .singleElement()
                    .extracting(Fault::kind)
                    .isEqualTo(Kind.POSTING_CHANGED);
        }
    }

    /** As the ledger of that time did it; two bookings of two postings. */
    private static void book(LedgerDatabase database, int number) {
        database.jdbc()
                .sql(
                        """
                        INSERT INTO posting
                            (id, program, member, sequence, wallet, debit, credit, amount,
                             balance_after, earned_after, cause_kind, cause_id, decision, version,
                             event_source, event_id, event_time, local_date, recorded_at)
                        VALUES (gen_random_uuid(), 'old-club', 'Änn:"🌿', :number, 'stars',
                                'issuance:rule:base', 'member', 10, 10 * :number, 10 * :number,
                                'rule', 'base',
                                CASE WHEN :number = 1 THEN NULL ELSE gen_random_uuid() END,
                                CASE WHEN :number = 1 THEN NULL ELSE 3 END,
                                '/shop', 'e' || :number, '1969-12-31T23:59:59.123456Z',
                                '2011-12-01', timestamptz '2011-12-01T08:00:00.000001Z'
                                    + interval '1 day' * (:number / 3))
                        """)
                .param("number", number)
                .update();
        database.jdbc()
                .sql(
                        """
                        INSERT INTO program_account AS a
                        VALUES ('old-club', 'stars', 'issuance:rule:base', 0, 10, 0, 1),
                               ('old-club', 'stars', 'member', 0, 0, 10, 1)
                        ON CONFLICT (program, wallet, account, stripe) DO UPDATE SET
                            debits = a.debits + EXCLUDED.debits,
                            credits = a.credits + EXCLUDED.credits
                        """)
                .update();
        database.jdbc()
                .sql(
                        """
                        INSERT INTO member_account AS a (program, member, wallet, balance, earned)
                        VALUES ('old-club', 'Änn:"🌿', 'stars', 10, 10)
                        ON CONFLICT (program, member, wallet) DO UPDATE SET balance = a.balance + 10
                        """)
                .update();
    }
}
