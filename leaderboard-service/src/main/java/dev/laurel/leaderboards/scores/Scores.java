package dev.laurel.leaderboards.scores;

import java.util.List;

/** All scores. */
public interface Scores {

    /**
     * Counts postings that were not counted before, within the caller's transaction. Holds the
     * participants' rows until it ends.
     *
     * @param postings in the order of their sequence per participant
     */
    void count(List<Posting> postings);
}
