package dev.laurel.scoring.ledger;

import java.util.List;

/** Is told of postings in the transaction that books them. */
public interface Follower {

    /**
     * Called after postings are appended, whoever asked for them.
     *
     * @param postings new ones, at least one, in the order of booking; the journal is open for
     *     their members
     * @param journal books more without this follower being told
     */
    void booked(List<Posting> postings, Journal journal);
}
