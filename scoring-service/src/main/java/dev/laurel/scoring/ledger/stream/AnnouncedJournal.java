package dev.laurel.scoring.ledger.stream;

import dev.laurel.outbox.Outbox;
import dev.laurel.scoring.budgets.Alert;
import dev.laurel.scoring.budgets.BudgetNews;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.MemberWallet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A journal that tells of every posting on {@code laurel.ledger}, and of budgets, in the same
 * transaction.
 */
final class AnnouncedJournal implements Journal {

    private final Journal journal;
    private final Outbox outbox;
    private final LedgerRecords records;
    private final BudgetNews budgets;

    AnnouncedJournal(Journal journal, Outbox outbox, LedgerRecords records, BudgetNews budgets) {
        this.journal = journal;
        this.outbox = outbox;
        this.records = records;
        this.budgets = budgets;
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
        List<Alert> alerts = book.funds().alerts();
        journal.append(book);
        budgets.tell(alerts, book.now());
        if (!book.postings().isEmpty()) {
            outbox.append(book.postings().stream().map(records::of).toList());
        }
    }
}
