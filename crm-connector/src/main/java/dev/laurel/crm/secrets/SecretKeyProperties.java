package dev.laurel.crm.secrets;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key that credentials are sealed with. It is never in the database.
 *
 * @param secretKey 32 bytes in Base64; without one no connection can be made
 * @param previousSecretKey what credentials were sealed with before, as long as some may still be
 */
@ConfigurationProperties("laurel.crm")
record SecretKeyProperties(@Nullable String secretKey, @Nullable String previousSecretKey) {

    private static final int BYTES = 32;

    SecretKeyProperties {
        decoded("laurel.crm.secret-key", secretKey);
        decoded("laurel.crm.previous-secret-key", previousSecretKey);
    }

    /** The key's bytes, {@code null} for none. */
    byte @Nullable [] key() {
        return decoded("laurel.crm.secret-key", secretKey);
    }

    /** The bytes of the one before, {@code null} for none. */
    byte @Nullable [] previousKey() {
        return decoded("laurel.crm.previous-secret-key", previousSecretKey);
    }

    private static byte @Nullable [] decoded(String name, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "Expected %s in Base64, but it is not.".formatted(name));
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "Expected %s with %d bytes in Base64, but it has another length."
                            .formatted(name, BYTES));
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "SecretKeyProperties["
                + (key() == null ? "no key" : "a key")
                + (previousKey() == null ? "]" : " and the one before]");
    }
}
