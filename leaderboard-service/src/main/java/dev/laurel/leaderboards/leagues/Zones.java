package dev.laurel.leaderboards.leagues;

import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.Standing;

/**
 * The lines of a group. A group that is not full moves its share of members, rounded in their
 * favour: of 12 in a group of 30 that promotes and relegates 5 it is 2 up and 2 down, and of one
 * alone 1 up and nobody down. No place is in two zones.
 *
 * @param up how many places at the top go up
 * @param down how many places at the bottom go down
 * @param places how many members have a place in the group
 */
public record Zones(int up, int down, int places) {

    /**
     * Draws the lines. Nobody rises from the highest division or sinks from the lowest.
     *
     * @param places how many members have a place in the group, at most its size
     */
    public static Zones of(Divisions divisions, int level, int places) {
        int up = Math.ceilDiv(divisions.promote() * places, divisions.size());
        int down = Math.floorDiv(divisions.relegate() * places, divisions.size());
        return new Zones(level == divisions.highest() ? 0 : up, level == 0 ? 0 : down, places);
    }

    /**
     * The zone of a place. Nobody rises without points. Where equal scores share a place, all of
     * them have the better zone.
     *
     * @param standing the place in the group
     */
    public Zone of(Standing standing) {
        if (standing.rank() <= up && standing.score() > 0) {
            return Zone.PROMOTION;
        }
        return standing.rank() > places - down ? Zone.RELEGATION : Zone.SAFE;
    }
}
