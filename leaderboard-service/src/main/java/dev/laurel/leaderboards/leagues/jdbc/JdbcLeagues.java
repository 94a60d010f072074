package dev.laurel.leaderboards.leagues.jdbc;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.leagues.Filling;
import dev.laurel.leaderboards.leagues.Finish;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.leagues.Leagues;
import dev.laurel.leaderboards.leagues.Seat;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import dev.laurel.leaderboards.seals.Seals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tables {@code league}, {@code seat}, {@code finish} and {@code division}. */
@Repository
class JdbcLeagues implements Leagues {

    private final JdbcClient jdbc;
    private final ProgramLocks locks;
    private final Seals seals;
    private final LeagueTable table;

    JdbcLeagues(JdbcClient jdbc, ProgramLocks locks, Seals seals, LeagueTable table) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.seals = seals;
        this.table = table;
    }

    @Override
    @Transactional
    public boolean open(String program, Board board, Period period, Instant now) {
        Ranking ranking = board.ranking(program, period);
        if (!isDue(program, board, ranking)) {
            return false;
        }
        locks.alone(program);
        table.abandonOthers(program, board);
        return isDue(program, board, ranking)
                && table.open(program, board, period, now).isPresent();
    }

    /** One look in the most frequent case, in which the league is open. */
    private boolean isDue(String program, Board board, Ranking ranking) {
        return find(board.id(), ranking).isEmpty()
                && table.canOpen(board.id(), ranking)
                && seals.find(program, board, ranking.period()).isEmpty()
                && seals.unsealed(program, board).stream()
                        .allMatch(each -> isNotBefore(each.period(), ranking.period()));
    }

    private static boolean isNotBefore(Period one, Period other) {
        LocalDate first = one.first();
        LocalDate otherFirst = other.first();
        return first == null || otherFirst == null || !first.isBefore(otherFirst);
    }

    @Override
    public Optional<League> find(String board, Ranking ranking) {
        Integer seal = ranking.seal();
        return seal == null ? table.ofRanking(board, ranking) : table.ofSeal(seal);
    }

    @Override
    public Optional<Seat> seat(League league, String member) {
        return jdbc.sql("SELECT level, number FROM seat WHERE league = ? AND member = ?")
                .params(league.id(), member)
                .query((row, _) ->
                        seat(league.divisions(), row.getInt("level"), row.getInt("number")))
                .optional();
    }

    @Override
    public List<String> members(League league, Seat seat) {
        int size = league.divisions().size();
        return jdbc.sql(
                        """
                        SELECT member FROM seat
                        WHERE league = ? AND level = ? AND number > ? AND number <= ? ORDER BY number
                        """)
                .params(
                        league.id(),
                        seat.level(),
                        (seat.group() - 1L) * size,
                        (long) seat.group() * size)
                .query((row, _) -> row.getString("member"))
                .list();
    }

    @Override
    public List<Filling> fillings(League league) {
        return jdbc.sql(
                        """
                        SELECT level, max(number) AS members FROM seat WHERE league = ?
                        GROUP BY level ORDER BY level
                        """)
                .param(league.id())
                .query((row, _) -> new Filling(row.getInt("level"), row.getInt("members")))
                .list();
    }

    @Override
    public int next(String program, String board, Divisions divisions, String member) {
        return jdbc.sql(
                        """
                        SELECT level_in(?, d.name, d.level) FROM (SELECT ?, ?, ?) AS who (program, leaderboard, member)
                        LEFT JOIN division d USING (program, leaderboard, member)
                        """)
                .params(divisions.names().toArray(String[]::new), program, board, member)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Finish> finishes(
            String program, Board board, String member, int before, int limit) {
        return jdbc.sql(
                        """
                        SELECT l.id, l.divisions, l.size, l.promote, l.relegate, s.period_name, t.level,
                               t.number, f.rank, p.score, f.level_after, s.program, s.wallet
                        FROM finish f
                        JOIN league l ON l.id = f.league
                        JOIN seal s ON s.id = l.seal
                        JOIN seat t ON t.league = f.league AND t.member = f.member
                        JOIN sealed_score p ON p.seal = l.seal AND p.member = f.member
                        WHERE f.member = ? AND l.program = ? AND l.leaderboard = ? AND l.id < ?
                        ORDER BY l.id DESC LIMIT ?
                        """)
                .params(member, program, board.id(), before, limit)
                .query((row, _) -> {
                    League league = LeagueTable.read(row);
                    return new Finish(
                            league,
                            row.getString("period_name"),
                            seat(league.divisions(), row.getInt("level"), row.getInt("number")),
                            row.getLong("rank"),
                            new Book(row.getString("program"), row.getString("wallet"), false)
                                    .shown(row.getLong("score")),
                            row.getInt("level_after"));
                })
                .list();
    }

    private static Seat seat(Divisions divisions, int level, int number) {
        return new Seat(level, 1 + (number - 1) / divisions.size());
    }
}
