package dev.laurel.scoring.integrity;

import dev.laurel.scoring.chain.Head;
import dev.laurel.scoring.chain.Link;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a program's postings with its chains, and its balances with its postings. */
public interface Verification {

    /**
     * Links that have been looked at.
     *
     * @param links how many
     * @param postings how many they have
     * @param faults whatever is wrong, oldest first
     * @param next id of the last link looked at when there are more behind it, {@code null} at the
     *     end
     */
    record Part(long links, long postings, List<Fault> faults, @Nullable Long next) {

        public Part {
            faults = List.copyOf(faults);
        }
    }

    /** A place before every link. */
    long BEGINNING = 0;

    /** Looks at links behind the one with that id, oldest first. */
    Part links(String program, long after, int limit);

    /**
     * What only shows when one looks at everything: chains cut off at their end, and postings that
     * belong to no link.
     */
    List<Fault> rest(String program);

    /** The ends of the program's chains, by stripe. */
    List<Head> heads(String program);

    /** A link by its place. */
    Optional<Link> link(String program, int stripe, long number);

    /**
     * Balances and days that are not what the postings add up to; a sentence each.
     *
     * @param limit how many at most
     */
    List<String> discrepancies(String program, int limit);
}
