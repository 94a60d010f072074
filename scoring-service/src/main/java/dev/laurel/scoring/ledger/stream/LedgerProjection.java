package dev.laurel.scoring.ledger.stream;

import dev.laurel.intake.Projection;
import dev.laurel.intake.Received;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.ledger.Posting;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Books decisions: their postings and the ledger entries about them in the same transaction. The
 * same decisions again change nothing.
 */
final class LedgerProjection implements Projection<PointsDecision> {

    private final Journal journal;
    private final Outbox outbox;
    private final LedgerRecords records;
    private final Clock clock;

    LedgerProjection(Journal journal, Outbox outbox, LedgerRecords records, Clock clock) {
        this.journal = journal;
        this.outbox = outbox;
        this.records = records;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException when a decision cannot be booked
     */
    @Override
    public void apply(List<Received<PointsDecision>> batch) {
        List<Instruction> instructions = new ArrayList<>(batch.size());
        for (Received<PointsDecision> received : batch) {
            if (!received.value().points().isEmpty()) {
                instructions.add(Instructions.of(received.value(), received.partition()));
            }
        }
        if (!instructions.isEmpty()) {
            book(instructions);
        }
    }

    private void book(List<Instruction> instructions) {
        Book book = journal.open(instructions, clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<OutboxRecord> entries = new ArrayList<>(instructions.size());
        for (Instruction instruction : instructions) {
            switch (book.book(instruction)) {
                case Outcome.Booked(List<Posting> postings) ->
                        postings.forEach(posting -> entries.add(records.of(posting)));
                case Outcome.Refused(String reason) -> throw new IllegalArgumentException(reason);
            }
        }
        journal.append(book.postings());
        outbox.append(entries);
    }
}
