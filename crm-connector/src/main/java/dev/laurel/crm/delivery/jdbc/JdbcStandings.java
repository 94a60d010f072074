package dev.laurel.crm.delivery.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Condition;
import dev.laurel.crm.delivery.Failure;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Standing;
import dev.laurel.crm.delivery.Standings;
import dev.laurel.crm.vendor.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how deliveries stand. */
@Repository
class JdbcStandings implements Standings {

    private final JdbcClient jdbc;

    JdbcStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Looks for what waits before it counts what is pending: what is taken in meanwhile is both.
     */
    @Override
    public Standing standing(ConnectionId id, LocalDate day) {
        boolean catchingUp =
                jdbc.sql("SELECT EXISTS (SELECT FROM backlog WHERE program = ?)")
                        .param(id.program())
                        .query(Boolean.class)
                        .single();
        Map<Lane, Long> pending = new EnumMap<>(Lane.class);
        Instant[] oldest = new Instant[1];
        of(
                        """
                        SELECT lane, count(*) AS members, min(since) AS oldest FROM pending
                        WHERE program = ? AND connection = ? GROUP BY lane
                        """,
                        id)
                .query(row -> {
                    pending.put(Lane.of(row.getInt("lane")), row.getLong("members"));
                    Instant since = row.getTimestamp("oldest").toInstant();
                    if (oldest[0] == null || since.isBefore(oldest[0])) {
                        oldest[0] = since;
                    }
                });
        long[] today = new long[2];
        of(
                        """
                        SELECT calls, written FROM call_count
                        WHERE program = ? AND connection = ? AND day = '%s'
                        """
                                .formatted(day),
                        id)
                .query(row -> {
                    today[0] = row.getLong("calls");
                    today[1] = row.getLong("written");
                });
        return new Standing(
                condition(id),
                catchingUp,
                pending,
                oldest[0],
                of(
                                """
                                SELECT count(*) FROM link
                                WHERE program = ? AND connection = ? AND contact IS NOT NULL
                                """,
                                id)
                        .query(Long.class)
                        .single(),
                counts(
                        """
                        SELECT reason AS name, count(*) AS members FROM link
                        WHERE program = ? AND connection = ? AND contact IS NULL GROUP BY 1
                        """,
                        id),
                of(
                                """
                                SELECT count(*) FROM link
                                WHERE program = ? AND connection = ? AND contact IS NOT NULL
                                  AND reason <> ''
                                """,
                                id)
                        .query(Long.class)
                        .single(),
                counts(
                        """
                        SELECT code AS name, count(*) AS members FROM failure
                        WHERE program = ? AND connection = ? GROUP BY 1
                        """,
                        id),
                of(
                                """
                                SELECT count(DISTINCT member) FROM drift
                                WHERE program = ? AND connection = ?
                                """,
                                id)
                        .query(Long.class)
                        .single(),
                today[0],
                today[1]);
    }

    @Override
    public List<Failure> failures(ConnectionId id, String behind, int limit) {
        return of(
                        """
                        SELECT member, code, message, correlation, failed_at FROM failure
                        WHERE program = ? AND connection = ? AND member > ?
                        ORDER BY member LIMIT ?
                        """,
                        id)
                .param(behind)
                .param(limit)
                .query((row, _) ->
                        new Failure(
                                row.getString("member"),
                                new Refusal(
                                        row.getString("code"),
                                        row.getString("message"),
                                        row.getString("correlation")),
                                row.getTimestamp("failed_at").toInstant()))
                .list();
    }

    @Override
    public long retry(ConnectionId id, @Nullable List<String> members, Instant now) {
        String which = members == null ? "" : " AND member = ANY (?)";
        var statement =
                of(
                        """
                        WITH again AS (
                            DELETE FROM failure
                            WHERE program = ? AND connection = ?%s
                            RETURNING program, connection, member
                        )
                        INSERT INTO pending AS p (program, connection, member, lane, since, due_at)
                        SELECT program, connection, member, %d, '%s', '%s'
                        FROM again ORDER BY member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET version = p.version + 1, attempts = 0, due_at = excluded.due_at
                        """
                                .formatted(which, Lane.ROUTINE.code(), now, now),
                        id);
        return members == null
                ? statement.update()
                : statement.param(members.toArray(String[]::new)).update();
    }

    private Condition condition(ConnectionId id) {
        return of(
                        """
                        SELECT state, reason, until FROM connection_run
                        WHERE program = ? AND connection = ?
                        """,
                        id)
                .query((row, _) ->
                        new Condition(
                                Condition.State.valueOf(row.getString("state")),
                                row.getString("reason"),
                                row.getObject("until", Timestamp.class).toInstant()))
                .optional()
                .orElse(Condition.WORKING);
    }

    private Map<String, Long> counts(String sql, ConnectionId id) {
        Map<String, Long> counts = new TreeMap<>();
        of(sql, id)
                .query(row -> {
                    counts.put(row.getString("name"), row.getLong("members"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec of(String sql, ConnectionId id) {
        return jdbc.sql(sql).param(id.program()).param(id.name());
    }
}
