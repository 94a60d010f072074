package dev.laurel.leaderboards.boards.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.laurel.leaderboards.boards.web.LeagueLookup.Group;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A place in a group as anybody may see it.
 *
 * @param zone {@code promotion}, {@code safe} or {@code relegation}
 */
record PublicLeagueRow(@JsonUnwrapped PublicRow place, String zone) {

    /**
     * @param rows one for each of the group's places
     */
    static List<PublicLeagueRow> of(Group group, List<PublicRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(index ->
                        new PublicLeagueRow(
                                rows.get(index),
                                Words.of(group.zones().of(group.standings().get(index)))))
                .toList();
    }
}
