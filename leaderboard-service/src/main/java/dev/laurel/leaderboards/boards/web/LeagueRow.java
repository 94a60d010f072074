package dev.laurel.leaderboards.boards.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.laurel.leaderboards.boards.web.LeagueLookup.Found;
import dev.laurel.leaderboards.boards.web.LeagueLookup.Group;
import java.util.List;

/**
 * A place in a group.
 *
 * @param place with the rank in the group
 * @param zone {@code promotion}, {@code safe} or {@code relegation}
 */
record LeagueRow(@JsonUnwrapped Row place, String zone) {

    /** The places of a group. */
    static List<LeagueRow> of(Found found, Group group) {
        return group.standings().stream()
                .map(each ->
                        new LeagueRow(
                                Row.of(found.ranking(), each), Words.of(group.zones().of(each))))
                .toList();
    }
}
