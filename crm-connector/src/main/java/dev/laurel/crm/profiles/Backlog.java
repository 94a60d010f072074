package dev.laurel.crm.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * News that wait to be taken in: of programs without a connection, whose profiles nobody needs yet.
 * Per part and program they are taken in in the order in which they were put here, before any that
 * come later. All within the caller's transaction.
 */
public interface Backlog {

    /**
     * Those of the programs whose news are to be taken in at once; the others' are to be put here.
     * It is the same for all parts that come together: one batch holds the same profiles' rows for
     * each of them.
     */
    Set<String> upToDate(Part<?> part, Collection<String> programs);

    /**
     * Puts news of one program here.
     *
     * @param news in the order of their marks per member
     */
    <T> void put(Part<T> part, String program, List<News<T>> news, Instant now);

    /**
     * Takes the oldest news of a program out of here, those of one part, and keeps others from
     * doing the same until the transaction ends.
     *
     * @param batches how many that were put here, at most
     */
    Optional<Some<?>> take(String program, int batches);

    /** Programs that somebody needs the profiles of, and those with news from before that time. */
    List<String> due(Instant before);

    /**
     * Some news of one part.
     *
     * @param news in the order of their marks per member
     */
    record Some<T>(Part<T> part, List<News<T>> news) {}
}
