package dev.laurel.scoring.ledger.stream;

import dev.laurel.outbox.Outbox;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Posting;
import java.time.Instant;
import java.util.List;

/** A journal that tells of every posting on {@code laurel.ledger}, in the same transaction. */
final class AnnouncedJournal implements Journal {

    private final Journal journal;
    private final Outbox outbox;
    private final LedgerRecords records;

    AnnouncedJournal(Journal journal, Outbox outbox, LedgerRecords records) {
        this.journal = journal;
        this.outbox = outbox;
        this.records = records;
    }

    @Override
    public Book open(List<Instruction> instructions, Instant now) {
        return journal.open(instructions, now);
    }

    @Override
    public void append(List<Posting> postings) {
        journal.append(postings);
        if (!postings.isEmpty()) {
            outbox.append(postings.stream().map(records::of).toList());
        }
    }
}
