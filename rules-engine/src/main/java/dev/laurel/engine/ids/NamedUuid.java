package dev.laurel.engine.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Version 5 UUIDs (RFC 9562) of names made of several parts. */
final class NamedUuid {

    private static final UUID NAMESPACE = UUID.fromString("5c9b0f0e-7d0a-4e43-9a5b-6f2f3c1d8e71");

    private static final byte[] NAMESPACE_BYTES = bytes(NAMESPACE);
    private static final byte[][] LENGTHS = lengths();

    /** Looking one up costs as much as using it; it begins anew after every digest. */
    private static final ThreadLocal<MessageDigest> SHA1 = ThreadLocal.withInitial(NamedUuid::sha1);

    private NamedUuid() {}

    /** Each part goes in with its length, so that no two lists of parts make the same name. */
    static UUID of(String... parts) {
        MessageDigest sha1 = SHA1.get();
        sha1.update(NAMESPACE_BYTES);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha1.update(length(bytes.length));
            sha1.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & ~0xF000L) | 0x5000L;
        long low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    /** Such as {@code 12:}. */
    private static byte[] length(int length) {
        return length < LENGTHS.length ? LENGTHS[length] : written(length);
    }

    private static byte[] written(int length) {
        return (Integer.toString(length) + ":").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[][] lengths() {
        byte[][] lengths = new byte[256][];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = written(i);
        }
        return lengths;
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Expected SHA-1 in every JDK, but it is not there.");
        }
    }
}
