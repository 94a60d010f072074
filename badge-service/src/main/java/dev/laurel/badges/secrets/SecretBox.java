package dev.laurel.badges.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM: one byte of format, a nonce of 12 bytes that is never used twice,
 * then the sealed text with its tag of 16 bytes. Each is bound to its place: moved to another row
 * it can't be opened. Safe for concurrent use.
 */
public final class SecretBox {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param key 32 bytes
     */
    public SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A sealed text that can't be opened: another key, another place, or damaged. */
    public static final class CannotOpen extends Exception {

        private CannotOpen(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public byte[] seal(String place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(text.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK can't seal with AES-GCM.", e);
        }
    }

    public String open(String place, byte[] sealed) throws CannotOpen {
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            byte[] opened =
                    cipher(Cipher.DECRYPT_MODE, nonce, place)
                            .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
            return new String(opened, UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new CannotOpen(
                    "Expected secrets sealed with this installation's key, but they can't be opened.",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
