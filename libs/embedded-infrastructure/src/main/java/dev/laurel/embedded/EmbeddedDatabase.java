package dev.laurel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server on the loopback interface, with one database named {@code laurel}. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "laurel";

    private final PostgresServer server;
    private final int port;
    private final String password;

    private EmbeddedDatabase(PostgresServer server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server and returns once it answers. A server that a killed process left running on
     * the same folder is stopped first; what it had committed is there.
     *
     * @throws EmbeddedInfrastructureException if it can't start; nothing is left running then
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        return start(settings, ServerAccount.choose());
    }

    static EmbeddedDatabase start(DatabaseSettings settings, ServerAccount account) {
        PostgresPrograms programs = PostgresPrograms.unpack(account.programs());
        Path folder = settings.folder().toAbsolutePath();
        PostgresServer server = new PostgresServer(programs, account, folder);
        int port = settings.port() == 0 ? LoopbackPorts.free() : settings.port();
        try {
            Files.createDirectories(folder);
            server.initialize();
            server.start(port, settings);
            EmbeddedDatabase database = new EmbeddedDatabase(server, port, server.password());
            database.createIfMissing(DATABASE);
            return database;
        } catch (IOException | SQLException e) {
            throw new EmbeddedInfrastructureException(
                    "Expected a database in %s, but %s.".formatted(folder, e), e);
        }
    }

    /** Stops the server that a killed process left running on a folder, if there is one. */
    static void stopLeftOver(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            ServerAccount account = ServerAccount.choose();
            PostgresPrograms programs = PostgresPrograms.unpack(account.programs());
            new PostgresServer(programs, account, folder.toAbsolutePath()).stopLeftOver();
        }
    }

    /** Where the database {@code laurel} is. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Where another database of the same server is. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** A superuser. */
    public String username() {
        return PostgresServer.SUPERUSER;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /** Creates another database on the same server unless it exists. */
    public void createIfMissing(String database) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(jdbcUrl("postgres"), username(), password)) {
            if (!exists(connection, database)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "CREATE DATABASE " + statement.enquoteIdentifier(database, true));
                }
            }
        }
    }

    /** Disconnects everybody and stops the server. */
    @Override
    public void close() {
        server.stop();
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
