package dev.laurel.leaderboards.leagues.jdbc;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code league}. To change it takes the program's lock alone. */
@Component
public class LeagueTable {

    private final JdbcClient jdbc;

    LeagueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<League> ofRanking(String board, Ranking ranking) {
        Book book = ranking.book();
        return jdbc.sql(
                        """
                        SELECT l.* FROM league l JOIN ranking r ON r.id = l.ranking
                        WHERE r.program = ? AND r.wallet = ? AND r.period = ? AND r.by_team = ?
                          AND r.audience = ? AND l.program = r.program AND l.leaderboard = ?
                          AND l.state <> 'abandoned'
                        """)
                .params(
                        book.program(),
                        book.wallet(),
                        ranking.period().name(),
                        book.byTeam(),
                        book.audience().word(),
                        board)
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<League> ofSeal(int seal) {
        return jdbc.sql("SELECT * FROM league WHERE seal = ?")
                .param(seal)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Whether somebody has scored, and no league of a later period has ended. */
    boolean canOpen(String board, Ranking ranking) {
        Book book = ranking.book();
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM ranking r
                            WHERE r.program = ? AND r.wallet = ? AND r.period = ? AND r.by_team = ?
                              AND r.audience = ?
                              AND NOT EXISTS (
                                  SELECT FROM league l
                                  WHERE l.program = r.program AND l.leaderboard = ?
                                    AND l.state = 'sealed' AND l.first_day >= ?))
                        """)
                .params(
                        book.program(),
                        book.wallet(),
                        ranking.period().name(),
                        book.byTeam(),
                        book.audience().word(),
                        board,
                        Objects.requireNonNull(ranking.period().first()))
                .query(Boolean.class)
                .single();
    }

    /**
     * Opens a league and gives seats to those who have scored. Empty if nobody has, or if one of a
     * period that begins no earlier is or was open.
     */
    Optional<League> open(String program, Board board, Period period, Instant now) {
        Divisions divisions = Objects.requireNonNull(board.divisions());
        Optional<League> league =
                jdbc.sql(
                                """
                                INSERT INTO league (program, leaderboard, ranking, first_day, divisions, size,
                                                    promote, relegate, opened_at)
                                SELECT r.program, b.id, r.id, b.first_day, ?, ?, ?, ?, ?
                                FROM ranking r CROSS JOIN (SELECT ?, ?::date) AS b (id, first_day)
                                WHERE r.program = ? AND r.wallet = ? AND r.period = ? AND r.by_team = ?
                                  AND r.audience = ?
                                  AND NOT EXISTS (
                                      SELECT FROM league l
                                      WHERE l.program = r.program AND l.leaderboard = b.id
                                        AND l.state <> 'abandoned' AND l.first_day >= b.first_day)
                                RETURNING *
                                """)
                        .params(
                                divisions.names().toArray(String[]::new),
                                divisions.size(),
                                divisions.promote(),
                                divisions.relegate(),
                                now.atOffset(ZoneOffset.UTC),
                                board.id(),
                                Objects.requireNonNull(period.first()),
                                program,
                                board.wallet(),
                                period.name(),
                                board.byTeam(),
                                board.audience().word())
                        .query((row, _) -> read(row))
                        .optional();
        league.ifPresent(this::seatEverybody);
        return league;
    }

    private void seatEverybody(League league) {
        jdbc.sql(
                        """
                        SELECT take_seats(l.id, (SELECT array_agg(s.member) FROM score s
                                                 WHERE s.ranking = l.ranking))
                        FROM league l WHERE l.id = ?
                        """)
                .param(league.id())
                .query(_ -> {});
    }

    /** Gives up the open league of a board that has none any more, or compares something else. */
    void abandonOthers(String program, Board board) {
        List<String> cycles = board.periods().cycles().stream().map(Object::toString).toList();
        jdbc.sql(
                        """
                        UPDATE league l SET state = 'abandoned' FROM ranking r
                        WHERE l.program = ? AND l.leaderboard = ? AND l.state = 'open'
                          AND r.id = l.ranking
                          AND NOT (? AND r.wallet = ? AND r.by_team = ? AND r.audience = ?
                                   AND r.cycle = ANY (?))
                        """)
                .params(
                        program,
                        board.id(),
                        board.divisions() != null,
                        board.wallet(),
                        board.byTeam(),
                        board.audience().word(),
                        cycles.toArray(String[]::new))
                .update();
    }

    /** A league by its row. */
    public static League read(ResultSet row) throws SQLException {
        return new League(
                row.getInt("id"),
                new Divisions(
                        List.of((String[]) row.getArray("divisions").getArray()),
                        row.getInt("size"),
                        row.getInt("promote"),
                        row.getInt("relegate")));
    }
}
