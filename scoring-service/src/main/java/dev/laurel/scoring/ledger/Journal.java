package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where the ledger is kept. Both calls belong to one transaction. */
public interface Journal {

    /**
     * Opens the book for instructions: nobody else books for their members until the transaction
     * ends.
     */
    Book open(List<Instruction> instructions, Instant now);

    /** The same, to book what is due in wallets. */
    Book openWallets(Collection<MemberWallet> wallets, Instant now);

    /** Keeps what was booked: postings, and the balances, lots and sequences that they lead to. */
    void append(Book book);
}
