package dev.laurel.leaderboards.seals.jdbc;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.seals.CanonicalForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies the scores of a board under a new seal and hashes the copy, within a transaction. */
@Component
class SealWriter {

    private static final int AT_A_TIME = 10_000;
    private static final long FENCE_LENGTH = 256;

    private final JdbcClient jdbc;
    private final JdbcTemplate stream;

    SealWriter(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.stream = new JdbcTemplate(database);
        this.stream.setFetchSize(AT_A_TIME);
    }

    void write(String program, Board board, Period period, Instant end, Instant now) {
        int seal =
                jdbc.sql("SELECT nextval(pg_get_serial_sequence('seal', 'id'))")
                        .query(Integer.class)
                        .single();
        long size = copy(seal, program, board, period);
        fences(seal);
        CanonicalForm form =
                new CanonicalForm(
                        board.book(program), board.id(), board.nameOf(period), word(board.ties()));
        hash(seal, board.ties(), form);
        jdbc.sql(
                        """
                        INSERT INTO seal (id, program, leaderboard, period, period_name, wallet, by_team,
                                          ties, period_end, sealed_at, size, sha256,
                                          audience)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(seal)
                .param(program)
                .param(board.id())
                .param(period.name())
                .param(board.nameOf(period))
                .param(board.wallet())
                .param(board.byTeam())
                .param(word(board.ties()))
                .param(end.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(size)
                .param(form.sha256())
                .param(board.audience().word())
                .update();
    }

    private long copy(int seal, String program, Board board, Period period) {
        return jdbc.sql(
                        """
                        INSERT INTO sealed_score (seal, member, score, reached_at)
                        SELECT ?, s.member, s.score, s.reached_at
                        FROM ranking r JOIN score s ON s.ranking = r.id
                        WHERE r.program = ? AND r.wallet = ? AND r.period = ? AND r.by_team = ?
                          AND r.audience = ?
                        """)
                .param(seal)
                .param(program)
                .param(board.wallet())
                .param(period.name())
                .param(board.byTeam())
                .param(board.audience().word())
                .update();
    }

    /** What ranks are counted by, see table {@code fence}. */
    private void fences(int seal) {
        jdbc.sql(
                        """
                        INSERT INTO fence (ranking, rev, reached_at, member, places)
                        SELECT -s.seal, s.rev, s.reached_at, s.member,
                               least(:length, s.size - s.n + 1)
                        FROM (SELECT seal, rev, reached_at, member, count(*) OVER () AS size,
                                     row_number() OVER (ORDER BY rev, reached_at, member) AS n
                              FROM sealed_score WHERE seal = :seal) AS s
                        WHERE (s.n - 1) % :length = 0
                        """)
                .param("seal", seal)
                .param("length", FENCE_LENGTH)
                .update();
    }

    /** By a cursor: a board may have more places than memory has room for. */
    private void hash(int seal, Ties ties, CanonicalForm form) {
        String rank =
                switch (ties) {
                    case FIRST_TO_REACH ->
                            "row_number() OVER (ORDER BY score DESC, reached_at, member)";
                    case SHARED -> "rank() OVER (ORDER BY score DESC)";
                };
        stream.query(
                """
                SELECT %s AS rank, member, score, reached_at FROM sealed_score WHERE seal = ?
                ORDER BY rev, reached_at, member
                """
                        .formatted(rank),
                row -> {
                    form.add(
                            new Standing(
                                    row.getLong("rank"),
                                    row.getString("member"),
                                    row.getLong("score"),
                                    reachedAt(row)));
                },
                seal);
    }

    private static @Nullable Instant reachedAt(ResultSet row) throws SQLException {
        OffsetDateTime reachedAt = row.getObject("reached_at", OffsetDateTime.class);
        return reachedAt.equals(OffsetDateTime.MAX) ? null : reachedAt.toInstant();
    }

    private static String word(Ties ties) {
        return switch (ties) {
            case FIRST_TO_REACH -> "first-to-reach";
            case SHARED -> "shared";
        };
    }
}
