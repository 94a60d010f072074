package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.util.List;

/** Where the ledger is kept. Both calls belong to one transaction. */
public interface Journal {

    /**
     * Opens the book for instructions: nobody else books for their members until the transaction
     * ends.
     */
    Book open(List<Instruction> instructions, Instant now);

    /** Keeps postings, and the balances and sequences that they lead to. */
    void append(List<Posting> postings);
}
