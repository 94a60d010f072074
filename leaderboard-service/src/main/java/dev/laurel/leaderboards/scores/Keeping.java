package dev.laurel.leaderboards.scores;

import java.time.Instant;
import java.util.Set;

/** Which rankings there are. */
public interface Keeping {

    /**
     * Sees to it that these rankings of one program are kept up to date from now on, and makes
     * those that are new out of the days. Postings of the program wait meanwhile. Idempotent; any
     * number of instances may ask at the same time.
     *
     * @param now by the service's clock, when new rankings began to be kept
     */
    void keep(String program, Set<Kept> wanted, Instant now);
}
