package dev.laurel.engine.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Version 5 UUIDs (RFC 9562) of names made of several parts. */
final class NamedUuid {

    private static final UUID NAMESPACE = UUID.fromString("5c9b0f0e-7d0a-4e43-9a5b-6f2f3c1d8e71");

    private NamedUuid() {}

    /** Each part goes in with its length, so that no two lists of parts make the same name. */
    static UUID of(String... parts) {
        MessageDigest sha1 = sha1();
        ByteBuffer namespace = ByteBuffer.allocate(2 * Long.BYTES);
        namespace.putLong(NAMESPACE.getMostSignificantBits());
        namespace.putLong(NAMESPACE.getLeastSignificantBits());
        sha1.update(namespace.array());
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha1.update((Integer.toString(bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
            sha1.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & ~0xF000L) | 0x5000L;
        long low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Expected SHA-1 in every JDK, but it is not there.");
        }
    }
}
