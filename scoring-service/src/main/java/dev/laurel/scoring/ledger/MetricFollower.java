package dev.laurel.scoring.ledger;

import java.time.Instant;
import java.util.List;

/** Is told of what metrics say, in the transaction that books the decisions. */
public interface MetricFollower {

    /**
     * Called after the postings of the decisions are appended.
     *
     * @param measurements at least one, in the order of decisions; some may have been told before.
     *     The journal is open for their members
     * @param now when they are told
     */
    void measured(List<Measurement> measurements, Journal journal, Instant now);
}
