package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.vendor.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What CRMs told and is still to be taken in. */
public interface Inbox {

    /**
     * Keeps what was told; what was told before is kept once.
     *
     * @param echoes how many more were told that say nothing new, for the count
     */
    void receive(ConnectionId connection, List<Notice> notices, int echoes, Instant now);

    boolean isEmpty(ConnectionId connection);

    /** The oldest ones. */
    List<Notice> waiting(ConnectionId connection, int limit);

    /** They are taken in, or set aside. */
    void taken(ConnectionId connection, Collection<String> notices, Instant now);

    /**
     * Forgets what was taken before a time.
     *
     * @param aside before which that is so of what is set aside, too
     */
    void forget(Instant before, Instant aside);
}
