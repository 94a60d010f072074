package dev.laurel.crm.delivery.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Recent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many calls were made: by day, and of late. Those of late are counted in spans as long as the
 * window, of which the latest two have all that a window can have in it.
 */
@Repository
class CallCounts {

    /** More than any window allows. */
    private static final long ALL = 1_000_000_000;

    private final JdbcClient jdbc;

    CallCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a call and says how many the day has with it. */
    long count(ConnectionId connection, LocalDate day, Duration window, int weight, Instant now) {
        return jdbc.sql(
                        """
                        WITH given AS (
                            SELECT ?::text AS program, ?::text AS connection, ?::date AS day,
                                   ?::bigint AS millis, ?::bigint AS weight,
                                   ?::timestamptz AS now
                        ), late AS (
                            INSERT INTO call_span AS s
                                (program, connection, since, millis, calls, last_call)
                            SELECT program, connection, now, millis, weight, now FROM given
                            ON CONFLICT (program, connection) DO UPDATE
                            SET since = CASE WHEN {over} THEN excluded.since ELSE s.since END,
                                calls = CASE WHEN {over} THEN excluded.calls
                                             ELSE s.calls + excluded.calls END,
                                before = CASE WHEN s.millis <> excluded.millis THEN %d
                                              WHEN {over} THEN s.calls ELSE s.before END,
                                millis = excluded.millis,
                                last_call = excluded.last_call
                        )
                        INSERT INTO call_count AS c (program, connection, day, calls, last_call)
                        SELECT program, connection, day, weight, now FROM given
                        ON CONFLICT (program, connection, day) DO UPDATE
                        SET calls = c.calls + excluded.calls, last_call = excluded.last_call
                        RETURNING calls
                        """
                                .formatted(ALL)
                                .replace(
                                        "{over}",
                                        """
                                        (s.millis <> excluded.millis OR excluded.since
                                             >= s.since + s.millis * interval '1 millisecond')
                                        """))
                .param(connection.program())
                .param(connection.name())
                .param(day.toString())
                .param(window.toMillis())
                .param(weight)
                .param(now.toString())
                .query(Long.class)
                .single();
    }

    long of(ConnectionId connection, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(calls), 0) FROM call_count
                        WHERE program = ? AND connection = ? AND day = ?::date
                        """)
                .params(connection.program(), connection.name(), day.toString())
                .query(Long.class)
                .single();
    }

    /** Everything that a window of another length allows, when that is what was counted. */
    Recent recent(ConnectionId connection, Duration window) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN millis = ? THEN calls + before ELSE ? END AS calls,
                               last_call
                        FROM call_span WHERE program = ? AND connection = ?
                        """)
                .params(window.toMillis(), ALL, connection.program(), connection.name())
                .query((row, _) ->
                        new Recent(row.getLong("calls"), row.getTimestamp("last_call").toInstant()))
                .optional()
                .orElse(new Recent(0, Instant.EPOCH));
    }
}
