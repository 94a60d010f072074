package dev.laurel.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The relay's side of table {@code outbox}, on a connection without auto-commit. */
final class OutboxTable {

    /** How many bytes of keys and values one batch may bring into memory. */
    private static final long MAX_BATCH_BYTES = 8L * 1024 * 1024;

    private static final int ROWS_PER_FETCH = 500;

    /** A row that waits to be sent. */
    record Row(long id, OutboxRecord content) {}

    private OutboxTable() {}

    /**
     * @throws IllegalStateException when the table is missing or not as the README has it
     */
    static void check(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        SELECT id, topic, kafka_partition, key, value, headers
                        FROM outbox LIMIT 0
                        """)) {
            statement.executeQuery().close();
        } catch (SQLException e) {
            String undefinedTable = "42P01";
            String undefinedColumn = "42703";
            if (undefinedTable.equals(e.getSQLState()) || undefinedColumn.equals(e.getSQLState())) {
                throw new IllegalStateException(
                        "Expected table outbox in schema '%s' as the README of laurel-outbox defines it, but: %s"
                                .formatted(connection.getSchema(), e.getMessage()),
                        e);
            }
            throw e;
        }
    }

    /** Whether this transaction is now the only one that relays the schema's outbox. */
    static boolean lock(Connection connection) throws SQLException {
        return isTrue(
                connection,
                """
                SELECT pg_try_advisory_xact_lock(
                    hashtextextended(current_schema() || '.outbox', 0))
                """);
    }

    /** The oldest committed rows, by id. */
    static List<Row> oldest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        SELECT id, topic, kafka_partition, key, value, headers
                        FROM outbox ORDER BY id LIMIT ?
                        """)) {
            statement.setInt(1, limit);
            statement.setFetchSize(ROWS_PER_FETCH);
            List<Row> rows = new ArrayList<>();
            long bytes = 0;
            try (ResultSet found = statement.executeQuery()) {
                while (bytes < MAX_BATCH_BYTES && found.next()) {
                    OutboxRecord content = content(found);
                    bytes += content.key().length + content.value().length;
                    rows.add(new Row(found.getLong("id"), content));
                }
            }
            return rows;
        }
    }

    private static OutboxRecord content(ResultSet row) throws SQLException {
        return new OutboxRecord(
                row.getString("topic"),
                row.getObject("kafka_partition", Integer.class),
                row.getBytes("key"),
                row.getBytes("value"),
                HeaderText.read(row.getString("headers")));
    }

    /** Removes exactly these rows: a lower id may have been committed after they were read. */
    static void delete(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            Object[] ids = rows.stream().map(Row::id).toArray(Long[]::new);
            statement.setArray(1, connection.createArrayOf("int8", ids));
            statement.executeUpdate();
        }
    }

    /** The highest id that is committed, 0 when the outbox is empty. */
    static long newest(Connection connection) throws SQLException {
        return number(connection, "SELECT coalesce(max(id), 0) FROM outbox");
    }

    static boolean isEmptyUpTo(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT NOT EXISTS (SELECT FROM outbox WHERE id <= ?)")) {
            statement.setLong(1, id);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    static long count(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM outbox");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            return found.next() && found.getBoolean(1);
        }
    }
}
