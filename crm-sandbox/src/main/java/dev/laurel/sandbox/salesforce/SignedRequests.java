package dev.laurel.sandbox.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests for tokens that are signed (RFC 7523): by the key that belongs to the app's certificate,
 * for a user who is approved beforehand, and for three minutes at most.
 */
final class SignedRequests {

    private static final String AUDIENCE = "https://login.salesforce.com";
    private static final long LONGEST_SECONDS = 180;
    private static final JsonMapper JSON = new JsonMapper();

    private final String clientId;
    private final LongSupplier millis;
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

    SignedRequests(String clientId, LongSupplier millis) {
        this.clientId = clientId;
        this.millis = millis;
    }

    void approve(String username, PublicKey key) {
        keys.put(username, key);
    }

    void disapprove(String username) {
        keys.remove(username);
    }

    /** What is wrong with a request, in the words of the answer; {@code ""} for nothing. */
    String refusal(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return "invalid assertion";
        }
        try {
            JsonNode header = JSON.readTree(decoded(parts[0]));
            JsonNode claims = JSON.readTree(decoded(parts[1]));
            if (!header.path("alg").asString("").equals("RS256")) {
                return "algorithm must be RS256";
            }
            if (!claims.path("iss").asString("").equals(clientId)) {
                return "client identifier invalid";
            }
            if (!claims.path("aud").asString("").equals(AUDIENCE)) {
                return "audience is invalid";
            }
            long left = claims.path("exp").asLong(0) - millis.getAsLong() / 1000;
            if (left <= 0 || left > LONGEST_SECONDS) {
                return "expired authorization code";
            }
            PublicKey key = keys.get(claims.path("sub").asString(""));
            if (key == null) {
                return "user hasn't approved this consumer";
            }
            return isSigned(parts, key) ? "" : "invalid assertion";
        } catch (JacksonException | IllegalArgumentException _) {
            return "invalid assertion";
        }
    }

    private static boolean isSigned(String[] parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            return signature.verify(decoded(parts[2]));
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
