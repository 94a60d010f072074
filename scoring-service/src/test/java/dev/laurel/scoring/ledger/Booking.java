package dev.laurel.scoring.ledger;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.jdbc.JdbcJournal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books single moves on a database without the service, at any time of event and booking. */
public final class Booking {

    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final LedgerDatabase database;
    private final JdbcJournal journal;

    public Booking(LedgerDatabase database) {
        this.database = database;
        this.journal = new JdbcJournal(database.dataSource(), _ -> ZONE);
    }

    /** What happened at an instant, for a member of a program. */
    public static Instruction happened(
            String program, String member, int stripe, Instant time, String event, Move... moves) {
        return happened(program, member, stripe, time, event, null, moves);
    }

    /** What happened at an instant, through a channel. */
    public static Instruction happened(
            String program,
            String member,
            int stripe,
            Instant time,
            String event,
            @Nullable String channel,
            Move... moves) {
        return new Instruction(
                new Member(program, member),
                stripe,
                new Origin(
                        Instructing.id(event),
                        3,
                        false,
                        "/shop",
                        event,
                        time,
                        LocalDate.ofInstant(time, ZONE),
                        channel),
                List.of(moves));
    }

    /** Books all in one transaction. */
    public List<Posting> book(Instant recordedAt, Instruction... instructions) {
        List<Instruction> batch = List.of(instructions);
        List<Posting> booked =
                database.transactions()
                        .execute(_ -> {
                            Book book = journal.open(batch, recordedAt);
                            batch.forEach(book::book);
                            journal.append(book);
                            return book.postings();
                        });
        if (booked == null) {
            throw new AssertionError("Expected postings, but there were none.");
        }
        return booked;
    }
}
