package dev.laurel.crm.connections.jdbc;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.Credentials;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Connections in PostgreSQL. */
@Repository
class JdbcConnections implements Connections {

    private static final String SELECT =
            """
            SELECT program, connection, settings, paused, revision, changed_at FROM connection
            """;

    private final JdbcClient jdbc;
    private final SealedCredentials sealed;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    JdbcConnections(
            JdbcClient jdbc, SealedCredentials sealed, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return jdbc.sql(SELECT + "WHERE program = ? AND connection = ?")
                .params(id.program(), id.name())
                .query(this::connection)
                .optional();
    }

    @Override
    public List<Connection> of(String program) {
        return jdbc.sql(SELECT + "WHERE program = ? ORDER BY connection")
                .param(program)
                .query(this::connection)
                .list();
    }

    @Override
    public List<Connection> all() {
        return jdbc.sql(SELECT + "ORDER BY program, connection").query(this::connection).list();
    }

    /**
     * Waits for those who are taking in changes: they have read the table, and who reads it later
     * finds the connection. Between the two nothing is missed.
     */
    @Override
    public boolean add(Connection connection, Credentials credentials) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    jdbc.sql("LOCK TABLE connection IN ACCESS EXCLUSIVE MODE").update();
                    return jdbc.sql(
                                            """
                                            INSERT INTO connection
                                                (program, connection, settings, credentials,
                                                 credential_names, paused, revision, changed_at)
                                            VALUES (?, ?, ?::json, ?, ?, ?, ?, ?::timestamptz)
                                            ON CONFLICT DO NOTHING
                                            """)
                                    .param(connection.id().program())
                                    .param(connection.id().name())
                                    .param(settings(connection))
                                    .param(sealed.seal(connection.id(), credentials))
                                    .param(names(credentials))
                                    .param(connection.paused())
                                    .param(connection.revision())
                                    .param(connection.changedAt().toString())
                                    .update()
                            == 1;
                }));
    }

    @Override
    public boolean replace(Connection connection, @Nullable Credentials credentials) {
        byte[] secret = credentials == null ? null : sealed.seal(connection.id(), credentials);
        return jdbc.sql(
                                """
                                UPDATE connection
                                SET settings = ?::json, credentials = coalesce(?, credentials),
                                    credential_names = coalesce(?, credential_names),
                                    revision = ?, changed_at = ?::timestamptz
                                WHERE program = ? AND connection = ? AND revision = ?
                                """)
                        .param(settings(connection))
                        .param(secret)
                        .param(credentials == null ? null : names(credentials))
                        .param(connection.revision())
                        .param(connection.changedAt().toString())
                        .param(connection.id().program())
                        .param(connection.id().name())
                        .param(connection.revision() - 1)
                        .update()
                == 1;
    }

    @Override
    public boolean pause(ConnectionId id, boolean paused, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE connection SET paused = ?, changed_at = ?::timestamptz
                                WHERE program = ? AND connection = ?
                                """)
                        .params(paused, now.toString(), id.program(), id.name())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(ConnectionId id, long revision) {
        return jdbc.sql(
                                """
                                DELETE FROM connection
                                WHERE program = ? AND connection = ? AND revision = ?
                                """)
                        .params(id.program(), id.name(), revision)
                        .update()
                == 1;
    }

    @Override
    public Credentials credentials(ConnectionId id) {
        return sealed.open(
                id,
                jdbc.sql("SELECT credentials FROM connection WHERE program = ? AND connection = ?")
                        .params(id.program(), id.name())
                        .query(byte[].class)
                        .single());
    }

    /** Of connections that are older than names are kept, those that there were then. */
    @Override
    public List<String> credentialNames(ConnectionId id) {
        List<String> names =
                jdbc.sql(
                                """
                                SELECT unnest(credential_names) AS name FROM connection
                                WHERE program = ? AND connection = ?
                                """)
                        .params(id.program(), id.name())
                        .query((row, _) -> row.getString("name"))
                        .list();
        return names.isEmpty()
                ? find(id).map(it -> it.kind().credentials(Set.of())).orElse(List.of())
                : names;
    }

    private static String[] names(Credentials credentials) {
        return credentials.values().keySet().stream().sorted().toArray(String[]::new);
    }

    private String settings(Connection connection) {
        return json.writeValueAsString(Settings.of(connection));
    }

    private Connection connection(ResultSet row, int number) throws SQLException {
        return json.readValue(row.getString("settings"), Settings.class)
                .connection(
                        new ConnectionId(row.getString("program"), row.getString("connection")),
                        row.getBoolean("paused"),
                        row.getLong("revision"),
                        row.getTimestamp("changed_at").toInstant());
    }
}
