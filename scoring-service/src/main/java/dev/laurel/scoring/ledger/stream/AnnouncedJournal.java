package dev.laurel.scoring.ledger.stream;

import dev.laurel.outbox.Outbox;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.MemberWallet;
import java.time.Instant;
import java.util.Collection;
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
    public Book openWallets(Collection<MemberWallet> wallets, Instant now) {
        return journal.openWallets(wallets, now);
    }

    @Override
    public void append(Book book) {
        journal.append(book);
        if (!book.postings().isEmpty()) {
            outbox.append(book.postings().stream().map(records::of).toList());
        }
    }
}
