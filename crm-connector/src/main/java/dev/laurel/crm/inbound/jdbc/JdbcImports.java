package dev.laurel.crm.inbound.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.inbound.ImportRun;
import dev.laurel.crm.inbound.Imports;
import dev.laurel.crm.vendor.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports in PostgreSQL, one row per connection. */
@Repository
class JdbcImports implements Imports {

    private final JdbcClient jdbc;

    JdbcImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ImportRun> find(ConnectionId connection) {
        return jdbc.sql(
                        """
                        SELECT number, state, stage, modified, mark, contacts, purchases,
                               contacts_seen, purchases_seen, started_at, ended_at
                        FROM import_run WHERE program = ? AND connection = ?
                        """)
                .params(connection.program(), connection.name())
                .query(JdbcImports::run)
                .optional();
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong("number"),
                ImportRun.State.valueOf(row.getString("state")),
                ImportRun.Stage.valueOf(row.getString("stage")),
                new Place(row.getTimestamp("modified").toInstant(), row.getString("mark")),
                row.getLong("contacts"),
                row.getLong("purchases"),
                row.getTimestamp("contacts_seen").toInstant(),
                row.getTimestamp("purchases_seen").toInstant(),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    @Override
    public boolean start(ConnectionId connection, boolean whole, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO import_run AS i
                                    (program, connection, number, state, stage, modified, mark,
                                     contacts_seen, purchases_seen, started_at)
                                SELECT program, connection, 1, 'RUNNING', 'CONTACTS', 'epoch', '', 'epoch',
                                       'epoch', ?::timestamptz
                                FROM connection WHERE program = ? AND connection = ?
                                ON CONFLICT (program, connection) DO UPDATE
                                SET number = i.number + 1, state = 'RUNNING', stage = 'CONTACTS',
                                    mark = '', contacts = 0, purchases = 0, ended_at = NULL,
                                    started_at = excluded.started_at,
                                    modified =
                                        CASE WHEN ? THEN 'epoch'
                                        ELSE greatest('epoch', i.contacts_seen - ?::interval) END,
                                    purchases_seen = CASE WHEN ? THEN 'epoch' ELSE i.purchases_seen END
                                WHERE i.state <> 'RUNNING'
                                """)
                        .params(
                                now.toString(),
                                connection.program(),
                                connection.name(),
                                whole,
                                ImportRun.OVERLAP.toString(),
                                whole)
                        .update()
                == 1;
    }

    @Override
    public boolean advance(ConnectionId connection, ImportRun from, ImportRun to) {
        Instant ended = to.endedAt();
        return jdbc.sql(
                                """
                                UPDATE import_run
                                SET state = ?, stage = ?, modified = ?::timestamptz, mark = ?,
                                    contacts = ?, purchases = ?, contacts_seen = ?::timestamptz,
                                    purchases_seen = ?::timestamptz, ended_at = ?::timestamptz
                                WHERE program = ? AND connection = ? AND number = ?
                                  AND state = 'RUNNING' AND stage = ?
                                  AND modified = ?::timestamptz AND mark = ?
                                """)
                        .param(to.state().name())
                        .param(to.stage().name())
                        .param(to.place().modified().toString())
                        .param(to.place().mark())
                        .param(to.contacts())
                        .param(to.purchases())
                        .param(to.contactsSeen().toString())
                        .param(to.purchasesSeen().toString())
                        .param(ended == null ? null : ended.toString())
                        .param(connection.program())
                        .param(connection.name())
                        .param(from.number())
                        .param(from.stage().name())
                        .param(from.place().modified().toString())
                        .param(from.place().mark())
                        .update()
                == 1;
    }

    @Override
    public void cancel(ConnectionId connection, Instant now) {
        jdbc.sql(
                        """
                        UPDATE import_run SET state = 'CANCELLED', ended_at = ?::timestamptz
                        WHERE program = ? AND connection = ? AND state = 'RUNNING'
                        """)
                .params(now.toString(), connection.program(), connection.name())
                .update();
    }
}
