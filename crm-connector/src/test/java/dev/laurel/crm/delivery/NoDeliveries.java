package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deliveries of which nothing is kept but how many calls were counted. */
final class NoDeliveries implements Deliveries {

    private long counted;

    @Override
    public List<Due> due(
            ConnectionId connection, Lane lane, Instant now, Collection<String> except, int limit) {
        return List.of();
    }

    @Override
    public List<Due> along(
            ConnectionId connection,
            Lane lane,
            boolean linked,
            Instant now,
            Collection<String> except,
            int limit) {
        return List.of();
    }

    @Override
    public boolean isPaused(ConnectionId connection) {
        return false;
    }

    @Override
    public Map<String, Link> links(ConnectionId connection, Collection<String> members) {
        return Map.of();
    }

    @Override
    public Set<String> link(ConnectionId connection, Map<String, String> contacts) {
        return Set.of();
    }

    @Override
    public Set<String> beginMaking(
            ConnectionId connection, Collection<String> members, Instant now) {
        return Set.of();
    }

    @Override
    public Map<String, String> holders(ConnectionId connection, Collection<String> contacts) {
        return Map.of();
    }

    @Override
    public void overwrite(ConnectionId connection, Collection<String> members, Instant now) {}

    @Override
    public void doubt(ConnectionId connection, Collection<String> members, Instant now) {}

    @Override
    public void settle(ConnectionId connection, List<Settlement> settlements, Instant now) {}

    @Override
    public long countCall(
            ConnectionId connection, LocalDate day, Duration window, int weight, Instant now) {
        counted += weight;
        return counted;
    }

    @Override
    public long calls(ConnectionId connection, LocalDate day) {
        return counted;
    }

    @Override
    public Recent recent(ConnectionId connection, Duration window) {
        return new Recent(0, Instant.EPOCH);
    }

    @Override
    public void fill(ConnectionId connection, Instant now) {}

    @Override
    public void lookAgain(ConnectionId connection, Instant now) {}

    @Override
    public long markAll(ConnectionId connection, boolean whole, Instant now) {
        return 0;
    }
}
