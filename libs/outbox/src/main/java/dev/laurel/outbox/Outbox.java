package dev.laurel.outbox;

import dev.laurel.bulkcopy.BulkCopy;
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

    private static final BulkCopy<OutboxRecord> APPEND =
            new BulkCopy<>(
                    "outbox",
                    "topic, kafka_partition, key, value, headers",
                    (content, row) ->
                            row.text(content.topic())
                                    .int4(content.partition())
                                    .bytes(content.key())
                                    .bytes(content.value())
                                    .text(HeaderText.write(content.headers())));

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
     * Adds records to the caller's transaction, in their order, at once.
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
        APPEND.add(jdbc, records);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        afterCommit.run();
                    }
                });
    }
}
