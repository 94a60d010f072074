package dev.laurel.leaderboards.boards;

import java.util.List;

/**
 * A place and those next to it.
 *
 * @param own the place
 * @param around the place itself and those next to it, in order
 * @param size how many places there are altogether
 */
public record Vicinity(Standing own, List<Standing> around, long size) {

    public Vicinity {
        around = List.copyOf(around);
    }

    /**
     * Of a hundred others, how many are not ahead: 100 for the first, 0 for the last; rounded down
     * to one decimal.
     */
    public double percentile() {
        return size == 1 ? 100 : Math.floorDiv(1_000 * (size - own.rank()), size - 1) / 10.0;
    }
}
