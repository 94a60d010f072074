package dev.laurel.engine.state;

/**
 * Member state as bytes, for a host's store. Compact, versioned by the first byte.
 */
public final class MemberStateCodec {

    private MemberStateCodec() {}

    public static byte[] encode(MemberState state) {
        return new byte[0];
    }

    /**
     * Reads what {@link #encode} of this version or an earlier one wrote.
     *
     * @throws IllegalArgumentException when the bytes are of an unknown version or broken
     */
    public static MemberState decode(byte[] bytes) {
        return MemberState.EMPTY;
    }
}
