package dev.laurel.badges.credentials;

import java.util.Map;

/**
 * What anybody may know of a key.
 *
 * @param id the thumbprint of the key (RFC 7638)
 * @param jwk the key as a JSON Web Key, without its private part
 */
public record PublicKey(String id, Map<String, Object> jwk) {

    public PublicKey {
        jwk = Map.copyOf(jwk);
    }
}
