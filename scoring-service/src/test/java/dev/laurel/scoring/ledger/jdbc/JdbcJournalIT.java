package dev.laurel.scoring.ledger.jdbc;

import static dev.laurel.scoring.ledger.Instructing.NOW;
import static dev.laurel.scoring.ledger.Instructing.instruction;
import static dev.laurel.scoring.ledger.Instructing.move;
import static dev.laurel.scoring.ledger.Instructing.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Posting;
import dev.laurel.scoring.ledger.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JdbcJournalIT {

    private static final LedgerDatabase database = LedgerDatabase.create();

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    private final JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);

    private List<Posting> book(List<Instruction> instructions) {
        return database.transactions()
                .execute(_ -> {
                    Book book = journal.open(instructions, NOW);
                    instructions.forEach(book::book);
                    journal.append(book);
                    return book.postings();
                });
    }

    @Test
    void keepsPostingsBalancesAndSequences() {
        // Given
        book(List.of(instruction("ann", "ann-1", move("ann-a", 30), move("ann-b", "miles", 7))));

        // When
        List<Posting> booked =
                book(
                        List.of(
                                instruction("ann", "ann-2", move("ann-c", -40)),
                                reversal("ann", "ann-3", move("ann-d", -5))));

        // Then
        assertThat(booked).extracting(Posting::sequence).containsExactly(3L, 4L);
        assertThat(
                        database.number(
                                "SELECT balance FROM member_account WHERE member = 'ann' AND wallet = 'stars'"))
                .isEqualTo(-15);
        assertThat(
                        database.number(
                                "SELECT earned FROM member_account WHERE member = 'ann' AND wallet = 'stars'"))
                .isEqualTo(25);
        assertThat(
                        database.number(
                                """
                                SELECT count(*) FROM posting
                                WHERE member = 'ann' AND event_time = '2011-11-30T22:30:00Z'
                                  AND local_date = '2011-12-01'
                                  AND recorded_at = '2011-12-01T08:00:00Z'
                                """))
                .isEqualTo(4);
        assertThat(database.discrepancies()).isZero();
    }

    @Test
    void changesNothingWhenTheSameBatchComesAgain() {
        // Given
        List<Instruction> batch =
                List.of(
                        instruction("bob", "bob-1", move("bob-a", 3), move("bob-b", 4)),
                        instruction("bea", "bea-1", move("bea-a", 5)));
        book(batch);

        // When
        List<Posting> again = book(batch);

        // Then
        assertThat(again).isEmpty();
        assertThat(
                        database.number(
                                "SELECT sum(balance)::bigint FROM member_account WHERE member IN ('bob', 'bea')"))
                .isEqualTo(12);
        assertThat(database.number("SELECT sequence FROM member_sequence WHERE member = 'bob'"))
                .isEqualTo(2);
    }

    @Test
    void booksAnEffectOnceWithinABatch() {
        // When
        List<Posting> booked =
                book(
                        List.of(
                                instruction("cat", "cat-1", move("cat-a", 3)),
                                instruction("cat", "cat-1", move("cat-a", 3))));

        // Then
        assertThat(booked).hasSize(1);
        assertThat(database.number("SELECT balance FROM member_account WHERE member = 'cat'"))
                .isEqualTo(3);
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        // When
        database.transactions()
                .executeWithoutResult(transaction -> {
                    List<Instruction> batch =
                            List.of(instruction("dan", "dan-1", move("dan-a", 3)));
                    Book book = journal.open(batch, NOW);
                    batch.forEach(book::book);
                    journal.append(book);
                    transaction.setRollbackOnly();
                });

        // Then
        assertThat(database.number("SELECT count(*) FROM posting WHERE member = 'dan'")).isZero();
        assertThat(database.number("SELECT count(*) FROM member_account WHERE member = 'dan'"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM unsettled")).isZero();
        assertThat(database.discrepancies()).isZero();
    }

    @Test
    void countsWithoutGapsWhenConsumersBookForTheSameNewMembersAtTheSameTime() throws Exception {
        // Given
        int writers = 4;
        int batches = 20;
        CyclicBarrier together = new CyclicBarrier(writers);

        // When
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                Callable<Void> task =
                        () -> {
                            for (int batch = 0; batch < batches; batch++) {
                                together.await();
                                book(batchOf(number, batch));
                            }
                            return null;
                        };
                running.add(threads.submit(task));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        }

        // Then
        assertThat(
                        database.number(
                                """
                                SELECT count(*) FROM (
                                    SELECT member, max(sequence) AS last, count(*) AS postings
                                    FROM posting WHERE member LIKE 'crowd-%' GROUP BY member
                                ) AS m WHERE last = postings AND postings = 16
                                """))
                .isEqualTo(50);
        assertThat(
                        database.number(
                                "SELECT count(*) FROM member_account WHERE member LIKE 'crowd-%' AND balance = 16"))
                .isEqualTo(50);
        assertThat(database.discrepancies()).isZero();
    }

    /** Ten members, the same ones for every writer but in another order, new ones in each round. */
    private static List<Instruction> batchOf(int writer, int batch) {
        return IntStream.range(0, 10)
                .mapToObj(i -> {
                    int member = (batch * 10 + (i * 3 + writer) % 10) % 50;
                    String name = "crowd-%d-%d-%d".formatted(member, writer, batch);
                    return instruction("crowd-" + member, name, move(name, 1));
                })
                .toList();
    }
}
