package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/** The latest import of every connection. */
public interface Imports {

    Optional<ImportRun> find(ConnectionId connection);

    /**
     * Starts an import, unless one is running.
     *
     * @param whole whether it begins with the first record and not where the one before it ended
     * @return whether one was started
     */
    boolean start(ConnectionId connection, boolean whole, Instant now);

    /**
     * Goes on from one state of an import to the next.
     *
     * @return whether the first one is the state that it is in
     */
    boolean advance(ConnectionId connection, ImportRun from, ImportRun to);

    /** Ends a running import where it is; the next one begins where this one began. */
    void cancel(ConnectionId connection, Instant now);
}
