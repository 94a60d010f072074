package dev.laurel.bulkcopy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Adds rows to some columns of a table with one {@code COPY}: no statement to plan, rows written to
 * their pages in groups. Constraints and triggers hold as for an {@code INSERT}; a row that
 * collides with another one fails the whole.
 *
 * @param <T> what a row is made of
 */
public final class BulkCopy<T> {

    private final String sql;
    private final int columns;
    private final BiConsumer<T, CopyRows> row;

    /**
     * @param table the table, in the schema of the connection
     * @param columns its columns, separated by commas
     * @param row adds one row: a value per column, in their order
     */
    public BulkCopy(String table, String columns, BiConsumer<T, CopyRows> row) {
        this.sql = "COPY %s (%s) FROM STDIN WITH (FORMAT binary)".formatted(table, columns);
        this.columns = List.of(columns.split(",")).size();
        this.row = row;
    }

    /**
     * Adds rows within the caller's transaction, in their order.
     *
     * @throws org.springframework.dao.DataAccessException as for any statement
     */
    public void add(JdbcOperations jdbc, Collection<T> elements) {
        if (elements.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows(columns);
        elements.forEach(element -> row.accept(element, rows));
        byte[] bytes = rows.finish();
        jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, bytes));
    }

    private long copy(Connection connection, byte[] bytes) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
