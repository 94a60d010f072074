package dev.laurel.benchmarks.limits;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Copies the ledger rows of a run into tables of the same shape with the same indexes: one stream
 * per table, one commit, no constraint beyond those of the table, nothing decided.
 */
public final class CopyLimit {

    private static final String SCHEMA = "benchmark_limit";

    private final DataSource database;
    private final Path folder;

    /**
     * @param database the platform's database
     * @param folder for the rows in between
     */
    public CopyLimit(DataSource database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * How long it takes to copy the postings of a run with their accounts and the outbox rows that
     * told others of them.
     *
     * @param run what the run's members begin with
     */
    public Duration measure(String run) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(BaseConnection.class).getCopyAPI();
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA);
            for (LedgerTable table : LedgerTable.values()) {
                statement.execute(
                        "CREATE TABLE %s.%s (LIKE scoring.%2$s INCLUDING ALL)"
                                .formatted(SCHEMA, table.table()));
                try (OutputStream rows =
                        new BufferedOutputStream(Files.newOutputStream(file(table)))) {
                    copy.copyOut(
                            "COPY (%s) TO STDOUT (FORMAT binary)".formatted(table.rows(run)), rows);
                }
            }
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (LedgerTable table : LedgerTable.values()) {
                try (InputStream rows =
                        new BufferedInputStream(Files.newInputStream(file(table)))) {
                    copy.copyIn(
                            "COPY %s.%s (%s) FROM STDIN (FORMAT binary)"
                                    .formatted(SCHEMA, table.table(), table.columns()),
                            rows);
                }
            }
            connection.commit();
            long end = System.nanoTime();
            statement.execute("DROP SCHEMA " + SCHEMA + " CASCADE");
            connection.commit();
            return Duration.ofNanos(end - start);
        }
    }

    private Path file(LedgerTable table) {
        return folder.resolve(table.table() + ".rows");
    }
}
