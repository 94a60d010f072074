package dev.laurel.scoring.crashes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One life of a process: counts its steps and ends before one of them. From then on nothing that it
 * does reaches anybody, also not what it has in {@code finally}: its connections are cut, and the
 * database rolls back what was not committed. Thread-safe.
 */
final class Life {

    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final int endsBefore;
    private final List<String> steps = new ArrayList<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    private Life(int endsBefore) {
        this.endsBefore = endsBefore;
    }

    static Life undisturbed() {
        return new Life(FOR_EVER);
    }

    /** Ends before the step with this number, counted from 0. */
    static Life endingBefore(int step) {
        return new Life(step);
    }

    /** Comes to a step: takes it or ends. */
    void step(String name) {
        checkAlive(name);
        synchronized (steps) {
            steps.add(name);
            if (steps.size() <= endsBefore) {
                return;
            }
        }
        over = true;
        connections.forEach(Life::cut);
        throw new Killed(name);
    }

    void checkAlive(String name) {
        if (over) {
            throw new Killed(name);
        }
    }

    boolean isOver() {
        return over;
    }

    void opened(Connection connection) {
        connections.add(connection);
    }

    void closed(Connection connection) {
        connections.remove(connection);
    }

    /** Those that it came to, the one that it ended before included. */
    List<String> steps() {
        synchronized (steps) {
            return List.copyOf(steps);
        }
    }

    /** As the system does with the sockets of a process that is gone. */
    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new AssertionError("Expected to cut " + connection, e);
        }
    }
}
