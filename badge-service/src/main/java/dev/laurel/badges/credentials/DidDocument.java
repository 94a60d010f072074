package dev.laurel.badges.credentials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the issuer's identifier stands for: its keys, old ones too. */
public final class DidDocument {

    private DidDocument() {}

    /**
     * The document (W3C DID 1.0, with keys as JSON Web Keys).
     *
     * @param keys all keys that anything was ever signed with
     */
    public static Map<String, Object> of(Issuer issuer, List<PublicKey> keys) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "@context",
                List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"));
        document.put("id", issuer.did());
        document.put("verificationMethod", keys.stream().map(key -> method(issuer, key)).toList());
        document.put("assertionMethod", keys.stream().map(key -> issuer.keyUrl(key.id())).toList());
        return document;
    }

    /** The same keys as a JSON Web Key Set (RFC 7517), under the ids that tokens call them by. */
    public static Map<String, Object> jwks(Issuer issuer, List<PublicKey> keys) {
        return Map.of(
                "keys",
                keys.stream()
                        .map(key -> {
                            Map<String, Object> jwk = new LinkedHashMap<>(key.jwk());
                            jwk.put("kid", issuer.keyUrl(key.id()));
                            return jwk;
                        })
                        .toList());
    }

    private static Map<String, Object> method(Issuer issuer, PublicKey key) {
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("id", issuer.keyUrl(key.id()));
        method.put("type", "JsonWebKey");
        method.put("controller", issuer.did());
        method.put("publicKeyJwk", key.jwk());
        return method;
    }
}
