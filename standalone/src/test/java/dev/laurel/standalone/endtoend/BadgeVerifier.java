package dev.laurel.standalone.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies credentials by nothing but the issuer's public addresses and the JDK, in the steps that
 * docs/badges.md has.
 */
record BadgeVerifier(URI issuer) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What makes an X.509 key of the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What a token says that the issuer signed. */
    JsonNode verified(String token) throws IOException, GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        String kid = JSON.readTree(decoded(parts[0])).path("kid").asString();
        Signature signature = Signature.getInstance("Ed25519");
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.write(X509);
        key.write(decoded(jwk(kid).path("x").asString()));
        signature.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(key.toByteArray())));
        signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
        if (!signature.verify(decoded(parts[2]))) {
            throw new AssertionError("Expected a signature by " + kid + " of " + token);
        }
        return JSON.readTree(decoded(parts[1]));
    }

    private JsonNode jwk(String kid) throws IOException {
        JsonNode document = JSON.readTree(get("/.well-known/did.json"));
        return document.path("verificationMethod")
                .valueStream()
                .filter(method -> method.path("id").asString().equals(kid))
                .map(method -> method.path("publicKeyJwk"))
                .findAny()
                .orElseThrow(() -> new AssertionError("Expected " + kid + " in " + document));
    }

    boolean isRevoked(JsonNode credential) throws IOException, GeneralSecurityException {
        JsonNode status = credential.path("credentialStatus");
        String path = URI.create(status.path("statusListCredential").asString("")).getPath();
        String list =
                verified(get(path)).path("credentialSubject").path("encodedList").asString("");
        int index = status.path("statusListIndex").asInt();
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(decoded(list.substring(1))))) {
            return ((gzip.readAllBytes()[index / 8] >> (7 - index % 8)) & 1) == 1;
        }
    }

    /** The body of a 200. */
    String get(String path) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(issuer.resolve(path))
                                    .header("Accept", "text/html, */*")
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("Expected 200, but " + answer + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
