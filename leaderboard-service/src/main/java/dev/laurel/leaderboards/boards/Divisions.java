package dev.laurel.leaderboards.boards;

import java.util.List;

/**
 * The divisions of a board with leagues, and how members move between them when a period is sealed.
 *
 * @param names from the lowest to the highest, at least two
 * @param size how many members a group has at most, at least 2
 * @param promote how many of a full group go one division up
 * @param relegate how many of a full group go one division down; with {@code promote} at most
 *     {@code size}
 */
public record Divisions(List<String> names, int size, int promote, int relegate) {

    public Divisions {
        names = List.copyOf(names);
        if (names.size() < 2 || size < 2 || promote < 1 || relegate < 0) {
            throw new IllegalArgumentException(
                    "Expected two divisions and two members at least, one of whom goes up, but there are %s, %d, %d and %d."
                            .formatted(names, size, promote, relegate));
        }
        if (promote + relegate > size) {
            throw new IllegalArgumentException(
                    "Expected at most %d members to move, but %d go up and %d down."
                            .formatted(size, promote, relegate));
        }
    }

    /** The level of the highest; the lowest has 0. */
    public int highest() {
        return names.size() - 1;
    }

    /** What a level is called. */
    public String name(int level) {
        return names.get(level);
    }
}
