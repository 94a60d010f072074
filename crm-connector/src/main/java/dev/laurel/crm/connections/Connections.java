package dev.laurel.crm.connections;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connections of all programs. */
public interface Connections {

    Optional<Connection> find(ConnectionId id);

    List<Connection> of(String program);

    List<Connection> all();

    /**
     * Adds a connection. From when this returns every change of a member of the program is noted
     * for it.
     *
     * @return whether there was none of that name
     */
    boolean add(Connection connection, Credentials credentials);

    /**
     * Replaces a connection by its next revision.
     *
     * @param credentials {@code null} to keep those that there are
     * @return whether the one before it was there still
     */
    boolean replace(Connection connection, @Nullable Credentials credentials);

    /** Pauses or resumes; the revision stays, because nothing is configured differently. */
    boolean pause(ConnectionId id, boolean paused, Instant now);

    /** Removes a connection with all that is to be delivered or was, at that revision. */
    boolean remove(ConnectionId id, long revision);

    /**
     * The credentials.
     *
     * @throws UnreadableSecrets when they were sealed with another key
     */
    Credentials credentials(ConnectionId id);

    /** Names of the credentials that are kept, in the order of their names. */
    List<String> credentialNames(ConnectionId id);

    /** Credentials that can't be opened with the key of this installation. */
    final class UnreadableSecrets extends RuntimeException {

        public UnreadableSecrets(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
