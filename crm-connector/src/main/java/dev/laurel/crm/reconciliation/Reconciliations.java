package dev.laurel.crm.reconciliation;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reconciliations and what they found. */
public interface Reconciliations {

    /**
     * Draws linked members by chance and begins with them; while one is running it stays the one.
     *
     * @param sample how many at most
     */
    void start(ConnectionId connection, int sample, boolean repairing, Instant now);

    /** Ends a running one where it is. */
    void cancel(ConnectionId connection, Instant now);

    /** The latest one. */
    Optional<Reconciliation> find(ConnectionId connection);

    /** Says why a running one does not go on; with the next members that are booked it does. */
    void trouble(ConnectionId connection, String reason);

    /** Whether there is somebody left to look at. */
    boolean isDue(ConnectionId connection);

    /** Some of the members that are left. */
    List<String> left(ConnectionId connection, int limit);

    /** Of those members the ones that have nothing pending. */
    Set<String> settled(ConnectionId connection, Collection<String> members);

    /**
     * Books what was found and, if the reconciliation repairs, has it written again. It ends with
     * the last member.
     */
    void book(ConnectionId connection, List<Finding> findings, Instant now);

    /**
     * What was found, in the order of members' ids and fields.
     *
     * @param member of the last of the page before, empty for the first page
     * @param field of the same
     */
    List<Drift> drift(ConnectionId connection, String member, String field, int limit);

    /**
     * Has drifted contacts written again, apart from those that are written anyway.
     *
     * @param members {@code null} for all
     * @return how many
     */
    long repair(ConnectionId connection, @Nullable List<String> members, Instant now);
}
