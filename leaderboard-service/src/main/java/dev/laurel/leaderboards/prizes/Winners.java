package dev.laurel.leaderboards.prizes;

import dev.laurel.leaderboards.seals.Seal;
import java.util.List;

/** Who won what. */
public interface Winners {

    /**
     * The prizes of a sealed board, best place first.
     *
     * @param after the prize that the list begins behind, 0 for the first
     */
    List<Won> of(Seal seal, long after, int limit);
}
