package dev.laurel.crm.inbound.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.inbound.Inbox;
import dev.laurel.crm.vendor.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices in PostgreSQL. */
@Repository
class JdbcInbox implements Inbox {

    private final JdbcClient jdbc;
    private final InboundCounts counts;
    private final TransactionTemplate transaction;

    JdbcInbox(JdbcClient jdbc, InboundCounts counts, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void receive(ConnectionId connection, List<Notice> notices, int echoes, Instant now) {
        transaction.executeWithoutResult(_ -> {
            int kept =
                    jdbc.sql(
                                    """
                                    INSERT INTO notice
                                        (program, connection, notice, contact, kind, field, value,
                                         at, received_at)
                                    SELECT ?, ?, n.notice, n.contact, n.kind, n.field, n.value,
                                           n.at::timestamptz, ?::timestamptz
                                    FROM unnest(?, ?, ?, ?, ?, ?)
                                        AS n (notice, contact, kind, field, value, at)
                                    ON CONFLICT DO NOTHING
                                    """)
                            .param(connection.program())
                            .param(connection.name())
                            .param(now.toString())
                            .param(column(notices, Notice::id))
                            .param(column(notices, Notice::contact))
                            .param(column(notices, it -> it.kind().name()))
                            .param(column(notices, Notice::field))
                            .param(column(notices, Notice::value))
                            .param(column(notices, it -> it.at().toString()))
                            .update();
            counts.add(connection, InboundCounts.HEARD, kept, now);
            counts.add(connection, InboundCounts.ECHOES, echoes, now);
        });
    }

    private static String[] column(List<Notice> notices, Function<Notice, String> part) {
        return notices.stream()
                .map(part)
                // PostgreSQL has no texts with the character 0.
                .map(it -> it.replace("\0", ""))
                .toArray(String[]::new);
    }

    @Override
    public boolean isEmpty(ConnectionId connection) {
        return jdbc.sql(
                        """
                        SELECT NOT EXISTS (
                            SELECT FROM notice
                            WHERE program = ? AND connection = ? AND taken_at IS NULL)
                        """)
                .params(connection.program(), connection.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Notice> waiting(ConnectionId connection, int limit) {
        return jdbc.sql(
                        """
                        SELECT notice, contact, kind, field, value, at FROM notice
                        WHERE program = ? AND connection = ? AND taken_at IS NULL
                        ORDER BY received_at, notice LIMIT ?
                        """)
                .params(connection.program(), connection.name(), limit)
                .query((row, _) ->
                        new Notice(
                                row.getString("notice"),
                                row.getString("contact"),
                                Notice.Kind.valueOf(row.getString("kind")),
                                row.getString("field"),
                                row.getString("value"),
                                row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public void taken(ConnectionId connection, Collection<String> notices, Instant now) {
        jdbc.sql(
                        """
                        UPDATE notice SET taken_at = ?::timestamptz
                        WHERE program = ? AND connection = ? AND notice = ANY (?)
                        """)
                .param(now.toString())
                .param(connection.program())
                .param(connection.name())
                .param(notices.toArray(String[]::new))
                .update();
    }

    @Override
    public void forget(Instant before, Instant aside) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("DELETE FROM set_aside WHERE subject = 'CHANGE' AND since < ?::timestamptz")
                    .param(aside.toString())
                    .update();
            jdbc.sql(
                            """
                            DELETE FROM notice n
                            WHERE taken_at < ?::timestamptz AND NOT EXISTS (
                                SELECT FROM set_aside s
                                WHERE s.program = n.program AND s.connection = n.connection
                                  AND s.subject = 'CHANGE' AND s.id = n.notice)
                            """)
                    .param(before.toString())
                    .update();
        });
    }
}
