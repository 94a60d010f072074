package dev.laurel.badges.awards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids of awards: the same for ever for a program, member and badge, whoever computes them. */
public final class AwardId {

    /** Namespace of award ids, itself UUIDv5 of the URL {@code https://laurel.dev/badge-awards}. */
    private static final UUID NAMESPACE = UUID.fromString("9b15f35d-4502-5d46-b32d-549116c8091c");

    private AwardId() {}

    /**
     * UUIDv5 (RFC 9562, section 5.5) of {@code program/member/badge}. Program and badge ids have no
     * slash, so no two awards share a name.
     */
    public static UUID of(Holder holder, String badge) {
        byte[] name = (holder.program() + "/" + holder.member() + "/" + badge).getBytes(UTF_8);
        ByteBuffer input =
                ByteBuffer.allocate(2 * Long.BYTES + name.length)
                        .putLong(NAMESPACE.getMostSignificantBits())
                        .putLong(NAMESPACE.getLeastSignificantBits())
                        .put(name);
        ByteBuffer hash = ByteBuffer.wrap(sha1(input.array()));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-1 in every Java platform.", e);
        }
    }
}
