package dev.laurel.scoring.ledger.jobs;

import static dev.laurel.scoring.ledger.Booking.happened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Booking;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.ledger.jdbc.JdbcDueWallets;
import dev.laurel.scoring.ledger.jdbc.JdbcJournal;
import dev.laurel.scoring.lots.Term;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Who books what terms lead to, and how often. */
class DueTermsIT {

    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant ACTIVE = START.plus(Duration.ofDays(14));
    private static final Instant OVER = START.plus(Duration.ofDays(40));
    private static final int MEMBERS = 300;

    private static LedgerDatabase databaseWithLots() {
        LedgerDatabase database = LedgerDatabase.create();
        Booking booking = new Booking(database);
        List<Instruction> given = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            for (String nth : List.of("a", "b")) {
                String event = "event-" + i + nth;
                given.add(
                        happened(
                                "due-club",
                                "member-" + i,
                                0,
                                START,
                                event,
                                new Move.Give(
                                        Instructing.id(event),
                                        "stars",
                                        10 + i,
                                        Instructing.BASE_EARN,
                                        null,
                                        null,
                                        new Term(ACTIVE, OVER),
                                        List.of())));
            }
        }
        booking.book(START, given.toArray(Instruction[]::new));
        return database;
    }

    private static DueTerms job(LedgerDatabase database, Journal journal, Instant now) {
        return new DueTerms(
                new JdbcDueWallets(database.jdbc()),
                journal,
                new JdbcTransactionManager(database.dataSource()),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<Long> counts(LedgerDatabase database) {
        return List.of(
                database.number("SELECT count(*) FROM posting WHERE cause_id = 'activation'"),
                database.number("SELECT count(*) FROM posting WHERE cause_id = 'expiry'"),
                database.number("SELECT sum(balance) FROM member_account"),
                database.number("SELECT sum(pending) FROM member_account"),
                database.discrepancies());
    }

    @Test
    void twoInstancesBookEverythingOnce() throws Exception {
        try (LedgerDatabase database = databaseWithLots();
                ExecutorService instances = Executors.newFixedThreadPool(2)) {
            for (Instant now : List.of(ACTIVE, OVER)) {
                // When
                List<Callable<Void>> both = new ArrayList<>();
                for (int instance = 0; instance < 2; instance++) {
                    JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
                    both.add(() -> {
                        job(database, journal, now).run();
                        return null;
                    });
                }
                for (Future<Void> run : instances.invokeAll(both)) {
                    run.get();
                }
            }

            // Then
            assertThat(counts(database)).containsExactly(2L * MEMBERS, 2L * MEMBERS, 0L, 0L, 0L);
        }
    }

    @Test
    void onesThatDieGoOnWhereTheyWere() {
        try (LedgerDatabase database = databaseWithLots()) {
            // Given
            JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
            AtomicInteger times = new AtomicInteger();
            Journal dying =
                    new Journal() {
                        @Override
                        public Book open(List<Instruction> instructions, Instant now) {
                            return journal.open(instructions, now);
                        }

                        @Override
                        public Book openWallets(Collection<MemberWallet> wallets, Instant now) {
                            return journal.openWallets(wallets, now);
                        }

                        @Override
                        public void append(Book book) {
                            journal.append(book);
                            if (times.getAndIncrement() % 2 == 0) {
                                throw new IllegalStateException("killed");
                            }
                        }
                    };

            // When: a night without the job is caught up in order.
            for (int attempt = 0; attempt < 20 && !isDone(database); attempt++) {
                try {
                    job(database, dying, OVER).run();
                } catch (IllegalStateException killed) {
                    assertThat(killed).hasMessage("killed");
                }
            }

            // Then
            assertThat(times).hasValueGreaterThan(1);
            assertThat(counts(database)).containsExactly(2L * MEMBERS, 2L * MEMBERS, 0L, 0L, 0L);
            assertThat(
                            database.number(
                                    "SELECT count(*) FROM posting WHERE cause_id = 'expiry' AND event_time = '2027-02-10T00:00:00Z'"))
                    .isEqualTo(2L * MEMBERS);
        }
    }

    private static boolean isDone(LedgerDatabase database) {
        return database.number("SELECT count(*) FROM lot WHERE due_at < 'infinity'") == 0;
    }
}
