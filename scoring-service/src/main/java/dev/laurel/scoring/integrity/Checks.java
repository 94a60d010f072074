package dev.laurel.scoring.integrity;

import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.jobs.Night;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What nightly checks found. Calls belong to a transaction. */
public interface Checks {

    /**
     * A check that has ended.
     *
     * @param day whose beginning it belongs to
     * @param postings how many it compared with their links
     * @param faults of links and their postings
     * @param discrepancies balances and days that postings don't add up to
     * @param first the first thing that is wrong, a sentence, {@code null} if nothing is
     * @param fingerprint of the program's chains
     */
    record Check(
            LocalDate day,
            long postings,
            long faults,
            long discrepancies,
            @Nullable String first,
            Hash fingerprint) {}

    /**
     * Whether the night after this one has begun, so that checking now says nothing of this one.
     */
    boolean isOver(Night night);

    /** Adds what a portion of a night's check found. */
    void add(Night night, long postings, List<Fault> faults);

    /** Ends the check of a night. */
    Check finish(Night night, List<Fault> faults, List<String> discrepancies, Hash fingerprint);

    /** The last check of a program that has ended. */
    Optional<Check> last(String program);
}
