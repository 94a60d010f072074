package dev.laurel.crm.delivery.jdbc;

import static dev.laurel.crm.sql.Columns.column;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Lane;
import java.time.Instant;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Has everything sent, or cleared, again, where a contact may have what nobody meant it to. */
@Repository
class Overwriting {

    private final JdbcClient jdbc;

    Overwriting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within the caller's transaction.
     *
     * @param members with the lane in which each is due at the latest
     */
    void of(ConnectionId connection, SortedMap<String, Lane> members, Instant now) {
        if (!members.isEmpty()) {
            makeDue(connection, members, now);
            doubt(connection, members, now);
        }
    }

    /** Whoever has what is due already under way comes late then, and takes no doubt away. */
    private void makeDue(ConnectionId connection, SortedMap<String, Lane> members, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO pending AS p
                            (program, connection, member, lane, since, due_at)
                        SELECT program, connection, n.member, n.lane, n.now, n.now
                        FROM connection,
                             (SELECT member, lane, ?::timestamptz AS now
                              FROM unnest(?, ?::smallint[]) AS d (member, lane)) AS n
                        WHERE program = ? AND connection = ?
                        ORDER BY member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET version = DEFAULT, lane = least(p.lane, excluded.lane)
                        """)
                .param(now.toString())
                .param(members.keySet().toArray(String[]::new))
                .param(column(members.values(), it -> Integer.toString(it.code())))
                .param(connection.program())
                .param(connection.name())
                .update();
    }

    private void doubt(ConnectionId connection, SortedMap<String, Lane> members, Instant now) {
        jdbc.sql(
                        """
                        UPDATE link SET doubtful = true, sent_at = ?::timestamptz
                        WHERE program = ? AND connection = ? AND member = ANY (?)
                        """)
                .param(now.toString())
                .param(connection.program())
                .param(connection.name())
                .param(members.keySet().toArray(String[]::new))
                .update();
    }
}
