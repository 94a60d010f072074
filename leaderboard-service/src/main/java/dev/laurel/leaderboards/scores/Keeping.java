package dev.laurel.leaderboards.scores;

import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * Lets a day be today for the rolling rankings of a program: days that are too long ago by then
     * leave them, and what has been counted for days to come until then comes in. Postings of the
     * program wait meanwhile. In one transaction: whatever dies on the way, all of it is done or
     * nothing. Does nothing when that day, or a later one, is today already; any number of
     * instances may ask at the same time.
     *
     * @param now by the service's clock
     */
    void roll(String program, LocalDate today, Instant now);
}
