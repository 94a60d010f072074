package dev.laurel.leaderboards.boards.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Standing} in JSON.
 *
 * @param member whose place it is on a board of members, absent on one of teams
 * @param team whose place it is on a board of teams, absent on one of members
 */
record Row(
        long rank,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String member,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String team,
        BigDecimal score,
        @Nullable Instant reachedAt) {

    static Row of(Ranking ranking, Standing standing) {
        boolean byTeam = ranking.book().byTeam();
        return new Row(
                standing.rank(),
                byTeam ? null : standing.member(),
                byTeam ? standing.member() : null,
                ranking.book().shown(standing.score()),
                standing.reachedAt());
    }
}
