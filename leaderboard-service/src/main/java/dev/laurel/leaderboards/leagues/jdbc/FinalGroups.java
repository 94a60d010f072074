package dev.laurel.leaderboards.leagues.jdbc;

import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.leagues.Zones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Groups as they were sealed, and what that comes to for each of their members. */
@Component
public class FinalGroups {

    private static final int AT_A_TIME = 10_000;

    private final JdbcTemplate stream;

    FinalGroups(DataSource database) {
        this.stream = new JdbcTemplate(database);
        this.stream.setFetchSize(AT_A_TIME);
    }

    /**
     * Gives every member who has a place on the sealed board, group by group. By a cursor, within
     * the caller's transaction: a board may have more places than memory has room for.
     */
    public void forEach(League league, int seal, Ties ties, Consumer<Placing> each) {
        String rank =
                switch (ties) {
                    case FIRST_TO_REACH ->
                            "row_number() OVER (own ORDER BY rev, reached_at, member)";
                    case SHARED -> "rank() OVER (own ORDER BY rev)";
                };
        stream.query(
                """
                SELECT level, member, score, %s AS rank, count(*) OVER own AS places
                FROM (SELECT t.level, (t.number - 1) / ? AS lot, t.member, s.score, s.rev, s.reached_at
                      FROM seat t JOIN sealed_score s ON s.seal = ? AND s.member = t.member
                      WHERE t.league = ?) AS placed
                WINDOW own AS (PARTITION BY level, lot)
                ORDER BY level, lot, rev, reached_at, member
                """
                        .formatted(rank),
                row -> {
                    each.accept(placing(league, row));
                },
                league.divisions().size(),
                seal,
                league.id());
    }

    private static Placing placing(League league, ResultSet row) throws SQLException {
        int level = row.getInt("level");
        Standing standing =
                new Standing(
                        row.getLong("rank"), row.getString("member"), row.getLong("score"), null);
        return new Placing(
                standing.member(),
                standing.rank(),
                Zones.of(league.divisions(), level, row.getInt("places")).of(standing).from(level));
    }
}
