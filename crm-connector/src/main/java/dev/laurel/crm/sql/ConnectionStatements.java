package dev.laurel.crm.sql;

import dev.laurel.crm.connections.ConnectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statements about one connection. */
@Component
public class ConnectionStatements {

    private final JdbcClient jdbc;

    ConnectionStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement whose last two parameters are the connection's program and name. */
    public JdbcClient.StatementSpec of(
            ConnectionId connection, String sql, @Nullable Object... parameters) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (Object parameter : parameters) {
            statement = statement.param(parameter);
        }
        return statement.param(connection.program()).param(connection.name());
    }
}
