package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people want to know of deliveries, and may do about them. */
public interface Standings {

    Standing standing(ConnectionId connection, LocalDate day);

    /**
     * Failures in the order of the members' ids.
     *
     * @param behind id of the last member of the page before, empty for the first page
     */
    List<Failure> failures(ConnectionId connection, String behind, int limit);

    /**
     * Makes members due again that failed.
     *
     * @param members {@code null} for all of them
     * @return how many
     */
    long retry(ConnectionId connection, @Nullable List<String> members, Instant now);
}
