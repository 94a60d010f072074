package dev.laurel.leaderboards.scores;

import java.time.Instant;
import java.util.List;

/** Is told what was counted, in the transaction that counts it. */
public interface Aftermath {

    /**
     * Takes note.
     *
     * @param counted at least one
     * @param now by the service's clock
     */
    void of(List<Counted> counted, Instant now);
}
