package dev.laurel.crm.connections;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as people keep them in files. */
public final class SigningKey {

    /** What is expected of one, in words for people. */
    public static final String EXPECTED =
            "an RSA key of at least 2048 bits as PEM, from BEGIN PRIVATE KEY (PKCS #8) to END";

    private static final Pattern PEM =
            Pattern.compile(
                    "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
    private static final int FEWEST_BITS = 2048;

    private SigningKey() {}

    /** The key that a text has; nothing for any other text. */
    public static Optional<PrivateKey> of(String text) {
        Matcher pem = PEM.matcher(text);
        if (!pem.matches()) {
            return Optional.empty();
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            PrivateKey key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= FEWEST_BITS
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
