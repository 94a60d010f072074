package dev.laurel.crm.delivery.jdbc;

import static dev.laurel.crm.sql.Columns.column;
import static java.util.Comparator.comparing;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Due;
import dev.laurel.crm.delivery.Settlement;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is to be settled of members whom another courier has settled since, as the one that comes
 * with it stood still for longer than its lease. What that one may have sent arrived behind the
 * other's: everything is to be sent, or cleared, again.
 */
@Repository
class LateSettlements {

    private final JdbcClient jdbc;

    LateSettlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes them due again, within the caller's transaction. */
    void note(ConnectionId connection, List<Settlement> ended, Instant now) {
        List<Due> sent =
                ended.stream()
                        .filter(LateSettlements::mayHaveSent)
                        .map(Settlement::due)
                        .sorted(comparing(Due::member))
                        .toList();
        if (!sent.isEmpty()) {
            makeDue(connection, sent, now);
            doubt(connection, sent, now);
        }
    }

    private static boolean mayHaveSent(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Delivered delivered -> delivered.sent();
            case Settlement.Retry _, Settlement.Failed _ -> true;
            case Settlement.Cleared cleared -> cleared.contact() != null;
            case Settlement.Lost _,
                    Settlement.Unlinked _,
                    Settlement.Withheld _,
                    Settlement.Postponed _ ->
                    false;
        };
    }

    /** Whoever has what is due already under way comes late then, and takes no doubt away. */
    private void makeDue(ConnectionId connection, List<Due> sent, Instant now) {
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
                .param(column(sent, Due::member))
                .param(column(sent, it -> Integer.toString(it.lane().code())))
                .param(connection.program())
                .param(connection.name())
                .update();
    }

    private void doubt(ConnectionId connection, List<Due> sent, Instant now) {
        jdbc.sql(
                        """
                        UPDATE link SET doubtful = true, sent_at = ?::timestamptz
                        WHERE program = ? AND connection = ? AND member = ANY (?)
                        """)
                .param(now.toString())
                .param(connection.program())
                .param(connection.name())
                .param(column(sent, Due::member))
                .update();
    }
}
