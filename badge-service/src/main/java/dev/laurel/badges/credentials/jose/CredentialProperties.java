package dev.laurel.badges.credentials.jose;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues credentials, and with what.
 *
 * @param issuerUrl the address at which anybody reaches this installation
 * @param secretKey 32 bytes in Base64 that signing keys are sealed with, never in the database;
 *     without it there are no credentials
 * @param keyLifetime how long one key signs
 * @param algorithm what it signs by
 */
@ConfigurationProperties("laurel.badges")
record CredentialProperties(
        @DefaultValue("http://localhost:8080") URI issuerUrl,
        @Nullable String secretKey,
        @DefaultValue("365d") Duration keyLifetime,
        @DefaultValue("eddsa") KeyKind algorithm) {

    private static final int BYTES = 32;

    CredentialProperties {
        if (secretKey != null && !secretKey.isBlank() && decoded(secretKey).length != BYTES) {
            throw new IllegalArgumentException(
                    "Expected laurel.badges.secret-key with %d bytes in Base64, but it has another length."
                            .formatted(BYTES));
        }
        if (keyLifetime.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(
                    "Expected laurel.badges.key-lifetime of an hour or more, but it was %s."
                            .formatted(keyLifetime));
        }
    }

    /** The secret key's bytes, {@code null} for none. */
    byte @Nullable [] key() {
        return secretKey == null || secretKey.isBlank() ? null : decoded(secretKey);
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "Expected laurel.badges.secret-key in Base64, but it is not.");
        }
    }

    @Override
    public String toString() {
        return "CredentialProperties[issuerUrl=%s, %s, keyLifetime=%s, algorithm=%s]"
                .formatted(issuerUrl, key() == null ? "no key" : "a key", keyLifetime, algorithm);
    }
}
