package dev.laurel.benchmarks.throughput;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Counts the committed rows of the points ledger, without reading them. Keeps one connection, as
 * opening one costs the machine more than the question. For one thread.
 */
public final class LedgerRows implements AutoCloseable {

    private final Connection connection;

    public LedgerRows(DataSource database) throws SQLException {
        this.connection = database.getConnection();
    }

    /** The number of committed postings: every one is counted on both accounts that it names. */
    public long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                """
                                SELECT coalesce(sum(postings), 0) / 2
                                FROM scoring.program_account
                                """)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
