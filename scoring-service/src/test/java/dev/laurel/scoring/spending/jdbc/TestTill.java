package dev.laurel.scoring.spending.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.ledger.jdbc.JdbcJournal;
import dev.laurel.scoring.programs.Terms;
import dev.laurel.scoring.spending.Hold;
import dev.laurel.scoring.spending.Till;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A till on a database of its own, without the service around it. */
final class TestTill implements AutoCloseable {

    static final String PROGRAM = "retail-club";

    private final LedgerDatabase database = LedgerDatabase.create();
    private final Journal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
    final JdbcHolds holds = new JdbcHolds(database.jdbc());
    private final Till till =
            new Till(
                    journal,
                    holds,
                    _ ->
                            Optional.of(
                                    new Terms(
                                            ZoneOffset.UTC,
                                            new TreeSet<>(List.of("stars")),
                                            List.of(),
                                            List.of(),
                                            new TreeSet<>())));

    static MemberWallet starsOf(String member) {
        return new MemberWallet(new Member(PROGRAM, member), "stars");
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /** Does something in a transaction of its own. */
    <T> T at(Function<Till, T> work) {
        return in(() -> work.apply(till));
    }

    void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    void timeOut(Hold hold, Instant now) {
        run(() -> till.timeOut(hold, now));
    }

    private <T> T in(Supplier<T> work) {
        T result = database.transactions().execute(_ -> work.get());
        if (result == null) {
            throw new AssertionError("Expected a result, but there was none.");
        }
        return result;
    }

    /** What a rule gives. */
    void earn(String member, String event, long points) {
        run(() -> {
            Instruction instruction =
                    Instructing.instruction(member, event, Instructing.move(event, points));
            Book book = journal.open(List.of(instruction), Instructing.NOW);
            book.book(instruction);
            journal.append(book);
        });
    }

    /** Balance and held points of a member. */
    List<Long> has(String member) {
        return database.jdbc()
                .sql("SELECT balance, held FROM member_account WHERE member = ?")
                .param(member)
                .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(List.of(0L, 0L));
    }

    /** Whether every balance is what the postings add up to, and all accounts sum to zero. */
    Stream<String> faults() {
        return Stream.of(
                        "discrepancies " + database.discrepancies(),
                        "sum "
                                + database.number(
                                        "SELECT coalesce(sum(credits - debits), 0) FROM program_account"),
                        "unsettled " + database.number("SELECT count(*) FROM unsettled"))
                .filter(fault -> !fault.endsWith(" 0"));
    }

    @Override
    public void close() {
        database.close();
    }
}
