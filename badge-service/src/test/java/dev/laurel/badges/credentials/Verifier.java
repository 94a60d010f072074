package dev.laurel.badges.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies credentials as anybody would, with another library than the one that signs. */
record Verifier(String jwks) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The payload of a token that the issuer signed. */
    JsonNode payload(String token) {
        try {
            JWSObject signed = JWSObject.parse(token);
            JWK key = JWKSet.parse(jwks).getKeyByKeyId(signed.getHeader().getKeyID());
            if (key == null) {
                throw new AssertionError("Expected the key of " + signed.getHeader());
            }
            if (!signed.verify(new Ed25519Verifier(key.toOctetKeyPair()))) {
                throw new AssertionError("Expected a valid signature of " + signed.getPayload());
            }
            return JSON.readTree(signed.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError("Expected a token, but it was " + token, e);
        }
    }

    JsonNode header(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
    }

    /** Whether a status list says that a credential is revoked. */
    boolean isRevoked(JsonNode credential, String list) {
        String encoded = payload(list).at("/credentialSubject/encodedList").asString();
        int index = credential.at("/credentialStatus/statusListIndex").asInt();
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return ((gzip.readAllBytes()[index / 8] >> (7 - index % 8)) & 1) == 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
