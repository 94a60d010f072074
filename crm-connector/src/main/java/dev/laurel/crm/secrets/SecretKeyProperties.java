package dev.laurel.crm.secrets;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key that credentials are sealed with. It is never in the database.
 *
 * @param secretKey 32 bytes in Base64; without one no connection can be made
 */
@ConfigurationProperties("laurel.crm")
record SecretKeyProperties(@Nullable String secretKey) {

    private static final int BYTES = 32;

    SecretKeyProperties {
        if (secretKey != null && !secretKey.isBlank() && decoded(secretKey).length != BYTES) {
            throw new IllegalArgumentException(
                    "Expected laurel.crm.secret-key with %d bytes in Base64, but it has another length."
                            .formatted(BYTES));
        }
    }

    /** The key's bytes, {@code null} for none. */
    byte @Nullable [] key() {
        return secretKey == null || secretKey.isBlank() ? null : decoded(secretKey);
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "Expected laurel.crm.secret-key in Base64, but it is not.");
        }
    }

    @Override
    public String toString() {
        return "SecretKeyProperties[" + (key() == null ? "no key" : "a key") + "]";
    }
}
