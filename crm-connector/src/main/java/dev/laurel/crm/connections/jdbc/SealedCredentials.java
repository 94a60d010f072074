package dev.laurel.crm.connections.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections.UnreadableSecrets;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.secrets.SecretBox;
import dev.laurel.crm.secrets.SecretBox.CannotOpen;
import dev.laurel.crm.secrets.Secrets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Credentials as the database has them: nothing that it could read. */
@Component
class SealedCredentials {

    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

    private final Secrets secrets;
    private final JsonMapper json = new JsonMapper();

    SealedCredentials(Secrets secrets) {
        this.secrets = secrets;
    }

    byte[] seal(ConnectionId id, Credentials credentials) {
        return box().seal(place(id), json.writeValueAsString(credentials.values()));
    }

    /** Opens them, with the key of before if this one does not. */
    Credentials open(ConnectionId id, byte[] sealed) {
        try {
            return new Credentials(json.readValue(opened(id, sealed), TYPE));
        } catch (CannotOpen e) {
            throw new UnreadableSecrets(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The same credentials sealed with this key; empty if they are already, or if neither key opens
     * them.
     */
    Optional<byte[]> resealed(ConnectionId id, byte[] sealed) {
        try {
            box().open(place(id), sealed);
            return Optional.empty();
        } catch (CannotOpen otherKey) {
            try {
                return Optional.of(box().seal(place(id), opened(id, sealed)));
            } catch (CannotOpen neither) {
                return Optional.empty();
            }
        }
    }

    private String opened(ConnectionId id, byte[] sealed) throws CannotOpen {
        try {
            return box().open(place(id), sealed);
        } catch (CannotOpen otherKey) {
            Optional<SecretBox> previous = secrets.previous();
            if (previous.isEmpty()) {
                throw otherKey;
            }
            return previous.get().open(place(id), sealed);
        }
    }

    private SecretBox box() {
        return secrets.box()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Expected laurel.crm.secret-key to be set, but it is not."));
    }

    private static String place(ConnectionId id) {
        return id.program() + "/" + id.name();
    }
}
