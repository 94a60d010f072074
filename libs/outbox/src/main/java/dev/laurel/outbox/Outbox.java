package dev.laurel.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a service puts the records that its transaction gives rise to. They are sent by an {@link
 * OutboxRelay} if the transaction commits, and never if it does not.
 *
 * <p>Records of one key keep their order provided that the transactions which append for that key
 * exclude each other, as they do when each locks the row of that key before it appends.
 */
public final class Outbox {

    private static final String APPEND =
            """
            INSERT INTO outbox (topic, kafka_partition, key, value, headers)
            SELECT topic, kafka_partition, key, value, headers
            FROM unnest(?, ?, ?, ?, ?)
                 WITH ORDINALITY AS r (topic, kafka_partition, key, value, headers, place)
            ORDER BY place
            """;

    private final JdbcTemplate jdbc;
    private final Runnable afterCommit;

    /** An outbox whose relay runs in another process. */
    public Outbox(DataSource dataSource) {
        this(dataSource, () -> {});
    }

    /** An outbox that wakes the relay of this process as soon as a transaction has committed. */
    public Outbox(DataSource dataSource, OutboxRelay relay) {
        this(dataSource, relay::wake);
    }

    private Outbox(DataSource dataSource, Runnable afterCommit) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.afterCommit = afterCommit;
    }

    /**
     * Adds records to the caller's transaction, in their order, with one statement.
     *
     * @throws IllegalStateException when there is no transaction on this thread
     */
    public void append(List<OutboxRecord> records) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Expected a transaction to append %d records to, but there is none."
                            .formatted(records.size()));
        }
        if (records.isEmpty()) {
            return;
        }
        jdbc.update(connection -> statement(connection, records));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        afterCommit.run();
                    }
                });
    }

    private static PreparedStatement statement(Connection connection, List<OutboxRecord> records)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(APPEND);
        Object[] topics = records.stream().map(OutboxRecord::topic).toArray(String[]::new);
        Object[] partitions = records.stream().map(OutboxRecord::partition).toArray(Integer[]::new);
        Object[] keys = records.stream().map(OutboxRecord::key).toArray(byte[][]::new);
        Object[] values = records.stream().map(OutboxRecord::value).toArray(byte[][]::new);
        Object[] headers =
                records.stream()
                        .map(record -> HeaderText.write(record.headers()))
                        .toArray(String[]::new);
        statement.setArray(1, connection.createArrayOf("text", topics));
        statement.setArray(2, connection.createArrayOf("int4", partitions));
        statement.setArray(3, connection.createArrayOf("bytea", keys));
        statement.setArray(4, connection.createArrayOf("bytea", values));
        statement.setArray(5, connection.createArrayOf("text", headers));
        return statement;
    }
}
