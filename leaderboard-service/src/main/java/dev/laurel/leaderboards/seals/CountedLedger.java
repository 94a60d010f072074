package dev.laurel.leaderboards.seals;

import java.time.Instant;
import java.util.Optional;

/** How far the ledger has been counted. */
public interface CountedLedger {

    /**
     * An instant up to which everything is counted that was on the ledger then; empty while that is
     * not known yet: ask again later.
     *
     * @param now by the service's clock
     */
    Optional<Instant> upTo(Instant now);
}
