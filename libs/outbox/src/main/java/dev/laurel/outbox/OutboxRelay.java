package dev.laurel.outbox;

import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import dev.laurel.tracing.Traces;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what was appended to the {@link Outbox} to the broker, in the order of the rows' ids: each
 * record at least once, and never a record before one that was appended for the same key earlier.
 *
 * <p>Any number of relays may run for one schema; one of them works at a time. Broker and database
 * may be away: the relay tries again for ever. Runs on a thread of its own; all methods may be
 * called from any thread.
 */
public final class OutboxRelay implements SmartLifecycle, FigureSource {

    /** Before the listeners and the web server start, after they have stopped. */
    private static final int PHASE = 0;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(20);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int ROWS_PER_BATCH = 2_000;

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final String name;
    private final DataSource dataSource;
    private final OrderedSender sender;
    private final Complaints complaints;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition batchRelayed = lock.newCondition();
    private boolean woken;
    private long batches;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * @param name names the thread and the Kafka client, unique in this process, such as {@code
     *     scoring-service}
     * @param dataSource gives connections whose current schema has the table
     * @param producer Kafka producer properties, at least {@code bootstrap.servers}; what order and
     *     safety need is set by the relay
     */
    public OutboxRelay(String name, DataSource dataSource, Map<String, Object> producer) {
        this(name, dataSource, producer, Traces.off());
    }

    /**
     * As above.
     *
     * @param traces in which records that carry a trace context become steps
     */
    public OutboxRelay(
            String name, DataSource dataSource, Map<String, Object> producer, Traces traces) {
        this.name = name;
        this.dataSource = dataSource;
        this.sender = new OrderedSender(name + "-outbox", producer, new SendSteps(traces));
        this.complaints = new Complaints(log);
    }

    /**
     * @throws IllegalStateException when the schema has no table {@code outbox}
     */
    @Override
    public void start() {
        try (Connection connection = dataSource.getConnection()) {
            OutboxTable.check(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "Expected a database for the outbox of %s, but: %s"
                            .formatted(name, e.getMessage()),
                    e);
        }
        running = true;
        thread = Thread.ofPlatform().name(name + "-outbox-relay").daemon().start(this::run);
    }

    /** Leaves what is not sent yet for the next start. */
    @Override
    public void stop() {
        running = false;
        wake();
        Thread stopping = thread;
        if (stopping != null) {
            join(stopping);
        }
        thread = null;
    }

    private static void join(Thread stopping) {
        try {
            if (!stopping.join(STOP_WITHIN)) {
                stopping.interrupt();
                stopping.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Says that something was committed: the relay looks now instead of at its next poll. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Number of committed rows that are not on the broker yet; counts them in the database. */
    public long backlog() {
        return query(OutboxTable::count);
    }

    /** {@code laurel.outbox.backlog}: what {@link #backlog} says. */
    @Override
    public List<Figure> read() {
        return List.of(new Figure("laurel.outbox.backlog", Map.of("outbox", name), backlog()));
    }

    /**
     * Waits until everything that was committed before the call is on the broker.
     *
     * @param atMost how long to wait
     * @return whether it is
     * @throws IllegalStateException when called within a transaction, whose own rows could not go
     */
    public boolean awaitRelayed(Duration atMost) throws InterruptedException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Expected to wait for the outbox after the transaction, but it is still open.");
        }
        long end = System.nanoTime() + atMost.toNanos();
        long newest = query(OutboxTable::newest);
        wake();
        while (!query(connection -> OutboxTable.isEmptyUpTo(connection, newest))) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitNextBatch(left);
        }
        return true;
    }

    /** Until this process relays something; another one may do it, hence never for long. */
    private void awaitNextBatch(long atMostNanos) throws InterruptedException {
        lock.lock();
        try {
            long before = batches;
            long left = Math.min(atMostNanos, LONGEST_LOOK.toNanos());
            while (batches == before && left > 0) {
                left = batchRelayed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Duration backoff = FIRST_BACKOFF;
        try {
            while (running) {
                try {
                    boolean more = relayBatch();
                    backoff = FIRST_BACKOFF;
                    complaints.over("Outbox of {} is being relayed again.", name);
                    if (!more) {
                        awaitWork();
                    }
                } catch (SQLException | RuntimeException | SendFailedException e) {
                    complaints.say("Outbox of {} could not be relayed, trying again: {}", name, e);
                    backOff(backoff);
                    backoff = longer(backoff);
                }
            }
        } catch (InterruptedException e) {
            log.debug("Relay of {} was interrupted, its batch is sent again later.", name, e);
        } finally {
            sender.close();
        }
    }

    /**
     * Whether there may be more to relay at once. The rows are deleted by the transaction that read
     * them, after the broker has them: whatever happens in between, they are sent again.
     */
    private boolean relayBatch() throws SQLException, SendFailedException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!OutboxTable.lock(connection)) {
                    return false;
                }
                List<OutboxTable.Row> rows = OutboxTable.oldest(connection, ROWS_PER_BATCH);
                if (rows.isEmpty()) {
                    return false;
                }
                sender.send(rows);
                OutboxTable.delete(connection, rows);
                connection.commit();
                signalBatch();
                return true;
            } finally {
                connection.rollback();
            }
        }
    }

    private void signalBatch() {
        lock.lock();
        try {
            batches++;
            batchRelayed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = POLL.toNanos();
            while (running && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** Unlike {@link #awaitWork()} not cut short by new work, only by the end. */
    private void backOff(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (running && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private static Duration longer(Duration backoff) {
        Duration twice = backoff.multipliedBy(2);
        return twice.compareTo(LONGEST_BACKOFF) < 0 ? twice : LONGEST_BACKOFF;
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "Expected to read the outbox of %s, but: %s".formatted(name, e.getMessage()),
                    e);
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }
}
