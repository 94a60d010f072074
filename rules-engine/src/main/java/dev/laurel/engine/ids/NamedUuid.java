package dev.laurel.engine.ids;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** Version 5 UUIDs (RFC 9562) of names made of several parts. */
final class NamedUuid {

    private static final UUID NAMESPACE = UUID.fromString("5c9b0f0e-7d0a-4e43-9a5b-6f2f3c1d8e71");

    private static final byte[] NAMESPACE_BYTES = bytes(NAMESPACE);
    private static final byte[][] LENGTHS = lengths();

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Making these costs as much as using them. */
    private static final ThreadLocal<NamedUuid> OWN = ThreadLocal.withInitial(NamedUuid::new);

    /** Begins anew after every digest. */
    private final MessageDigest sha1 = sha1();

    /** The name, in one piece: the digest takes many small ones slowly. */
    private byte[] name = new byte[256];

    private int length;

    private NamedUuid() {}

    /** Each part goes in with its length, so that no two lists of parts make the same name. */
    static UUID of(String... parts) {
        return OWN.get().named(parts);
    }

    private UUID named(String... parts) {
        length = 0;
        append(NAMESPACE_BYTES);
        for (String part : parts) {
            append(part);
        }
        sha1.update(name, 0, length);
        byte[] hash = sha1.digest();
        long high = ((long) LONGS.get(hash, 0) & ~0xF000L) | 0x5000L;
        long low = ((long) LONGS.get(hash, Long.BYTES) & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    /** In UTF-8; most parts are ASCII, which needs no array of its own. */
    private void append(String part) {
        int start = length;
        append(length(part.length()));
        reserve(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c >= 0x80) {
                length = start;
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                append(length(bytes.length));
                append(bytes);
                return;
            }
            name[length++] = (byte) c;
        }
    }

    private void reserve(int more) {
        if (more > name.length - length) {
            name = Arrays.copyOf(name, 2 * (length + more));
        }
    }

    private void append(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, name, length, bytes.length);
        length += bytes.length;
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
