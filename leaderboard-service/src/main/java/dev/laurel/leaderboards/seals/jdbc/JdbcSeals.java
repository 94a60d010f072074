package dev.laurel.leaderboards.seals.jdbc;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Periods;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import dev.laurel.leaderboards.seals.Correction;
import dev.laurel.leaderboards.seals.Seal;
import dev.laurel.leaderboards.seals.Sealed;
import dev.laurel.leaderboards.seals.Seals;
import dev.laurel.leaderboards.seals.Unsealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code seal} and what hangs on it. */
@Repository
class JdbcSeals implements Seals {

    private final JdbcClient jdbc;
    private final ProgramLocks locks;
    private final SealWriter writer;
    private final List<Sealed> listeners;

    JdbcSeals(JdbcClient jdbc, ProgramLocks locks, SealWriter writer, List<Sealed> listeners) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.writer = writer;
        this.listeners = listeners;
    }

    @Override
    public List<Unsealed> unsealed(String program, Board board) {
        return board.periods().cycles().stream()
                .flatMap(cycle -> unsealed(program, board, cycle))
                .filter(each -> !isSealedSeason(program, board, each.period()))
                .toList();
    }

    private Stream<Unsealed> unsealed(String program, Board board, Cycle cycle) {
        return jdbc
                .sql(
                        """
                        SELECT r.period, r.since FROM ranking r
                        WHERE r.program = ? AND r.wallet = ? AND r.by_team = ? AND r.cycle = ?
                          AND r.audience = ?
                          AND NOT EXISTS (
                              SELECT FROM seal s
                              WHERE s.program = r.program AND s.leaderboard = ?
                                AND s.period = r.period)
                        ORDER BY r.period
                        """)
                .param(program)
                .param(board.wallet())
                .param(board.byTeam())
                .param(cycle.toString())
                .param(board.audience().word())
                .param(board.id())
                .query((row, _) -> unsealed(cycle, row))
                .list()
                .stream()
                .flatMap(Optional::stream);
    }

    /** Of periods of the calendar, the query leaves none that is sealed. */
    private boolean isSealedSeason(String program, Board board, Period period) {
        return board.periods() instanceof Periods.Seasons
                && find(program, board, period).isPresent();
    }

    private static Optional<Unsealed> unsealed(Cycle cycle, ResultSet row) throws SQLException {
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        return cycle.period(row.getString("period")).map(period -> new Unsealed(period, since));
    }

    @Override
    @Transactional
    public boolean seal(String program, Board board, Period period, Instant end, Instant now) {
        locks.alone(program);
        if (find(program, board, period).isPresent()) {
            return false;
        }
        writer.write(program, board, period, end, now);
        Seal seal = find(program, board, period).orElseThrow();
        listeners.forEach(each -> each.of(seal, board, period));
        return true;
    }

    @Override
    public Optional<Seal> find(String program, Board board, Period period) {
        return jdbc.sql("SELECT * FROM seal WHERE program = ? AND leaderboard = ? AND period = ?")
                .param(program)
                .param(board.id())
                .param(period.name())
                .query((row, _) -> SealRow.read(row))
                .optional()
                .or(() ->
                        board.periods() instanceof Periods.Seasons
                                ? ofMovedSeason(program, board, period)
                                : Optional.empty());
    }

    /** Some of its days were sealed under its name, so it was final before it was moved. */
    private Optional<Seal> ofMovedSeason(String program, Board board, Period season) {
        return jdbc.sql(
                        """
                        SELECT * FROM seal
                        WHERE program = ? AND leaderboard = ? AND period_name = ?
                          AND period LIKE '%/%' AND split_part(period, '/', 1)::date <= ?
                          AND split_part(period, '/', 2)::date >= ?
                        ORDER BY id LIMIT 1
                        """)
                .param(program)
                .param(board.id())
                .param(board.nameOf(season))
                .param(season.last())
                .param(season.first())
                .query((row, _) -> SealRow.read(row))
                .optional();
    }

    @Override
    public List<Seal> of(String program, Board board, int after, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM seal WHERE program = ? AND leaderboard = ? AND id > ?
                        ORDER BY id LIMIT ?
                        """)
                .param(program)
                .param(board.id())
                .param(after)
                .param(limit)
                .query((row, _) -> SealRow.read(row))
                .list();
    }

    @Override
    public List<Correction> corrections(Seal seal, long after, int limit) {
        return jdbc.sql("SELECT * FROM correction WHERE seal = ? AND id > ? ORDER BY id LIMIT ?")
                .param(seal.id())
                .param(after)
                .param(limit)
                .query((row, _) -> CorrectionRow.read(row))
                .list();
    }
}
