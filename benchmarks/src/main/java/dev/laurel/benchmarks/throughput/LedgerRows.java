package dev.laurel.benchmarks.throughput;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Counts the committed rows of the points ledger, without reading them. */
public final class LedgerRows {

    private final DataSource database;

    public LedgerRows(DataSource database) {
        this.database = database;
    }

    /** The number of committed postings: every one is counted on both accounts that it names. */
    public long count() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
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
}
