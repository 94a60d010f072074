package dev.laurel.crm.connections.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.secrets.Secrets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals all credentials with the key in use, when the service starts with a new one and the one
 * before. Credentials that somebody replaces in the meantime stay as they are then; two instances
 * that start at once each seal what the other has not.
 */
@Component
class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    private final JdbcClient jdbc;
    private final SealedCredentials credentials;
    private final Secrets secrets;

    Resealing(JdbcClient jdbc, SealedCredentials credentials, Secrets secrets) {
        this.jdbc = jdbc;
        this.credentials = credentials;
        this.secrets = secrets;
    }

    @EventListener(ApplicationReadyEvent.class)
    void reseal() {
        if (secrets.box().isEmpty() || secrets.previous().isEmpty()) {
            return;
        }
        List<ConnectionId> connections =
                jdbc.sql("SELECT program, connection FROM connection")
                        .query((row, _) -> new ConnectionId(row.getString(1), row.getString(2)))
                        .list();
        long sealed = connections.stream().filter(this::reseal).count();
        log.info(
                "Sealed the credentials of {} of {} connections with the new key",
                sealed,
                connections.size());
    }

    private boolean reseal(ConnectionId id) {
        return jdbc.sql("SELECT credentials FROM connection WHERE program = ? AND connection = ?")
                .params(id.program(), id.name())
                .query(byte[].class)
                .optional()
                .filter(found ->
                        credentials
                                .resealed(id, found)
                                .filter(fresh -> replace(id, found, fresh))
                                .isPresent())
                .isPresent();
    }

    private boolean replace(ConnectionId id, byte[] found, byte[] fresh) {
        return jdbc.sql(
                                """
                                UPDATE connection SET credentials = ?
                                WHERE program = ? AND connection = ? AND credentials = ?
                                """)
                        .params(fresh, id.program(), id.name(), found)
                        .update()
                == 1;
    }
}
