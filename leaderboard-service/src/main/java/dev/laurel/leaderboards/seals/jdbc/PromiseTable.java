package dev.laurel.leaderboards.seals.jdbc;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.seals.Promises;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code promise}. An instance that has not read the latest version yet takes none back. */
@Repository
class PromiseTable implements Promises {

    private final JdbcClient jdbc;

    PromiseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void keep(String program, ProgramBoards boards) {
        List<Board> promising =
                boards.boards().stream().filter(board -> !board.prizes().isEmpty()).toList();
        String[] ids = promising.stream().map(Board::id).toArray(String[]::new);
        String[] periods = promising.stream().map(PromiseTable::periods).toArray(String[]::new);
        OffsetDateTime published = boards.publishedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        DELETE FROM promise p
                        WHERE p.program = ? AND p.seen < ?
                          AND NOT EXISTS (
                              SELECT FROM unnest(?, ?) AS now (leaderboard, periods)
                              WHERE now.leaderboard = p.leaderboard AND now.periods = p.periods)
                        """)
                .params(program, published, ids, periods)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO promise AS p (program, leaderboard, periods, since, seen)
                        SELECT ?, leaderboard, periods, ?, ?
                        FROM unnest(?, ?) AS now (leaderboard, periods)
                        ORDER BY leaderboard, periods
                        ON CONFLICT (program, leaderboard, periods)
                        DO UPDATE SET seen = EXCLUDED.seen WHERE p.seen < EXCLUDED.seen
                        """)
                .params(program, published, published, ids, periods)
                .update();
    }

    @Override
    public boolean isPromised(String program, Board board, Instant by) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM promise
                            WHERE program = ? AND leaderboard = ? AND periods = ? AND since <= ?)
                        """)
                .params(program, board.id(), periods(board), by.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What a board starts afresh with; its seasons are told apart by their ends. */
    private static String periods(Board board) {
        return board.periods().word();
    }
}
