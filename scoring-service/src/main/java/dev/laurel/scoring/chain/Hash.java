package dev.laurel.scoring.chain;

import java.util.HexFormat;

/**
 * A SHA-256.
 *
 * @param hex its 32 bytes in hex, in lower case
 */
public record Hash(String hex) {

    /** What the first link has before it: 32 zeros. */
    public static final Hash BEGINNING = Hash.of(new byte[32]);

    public Hash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException(
                    "Expected 64 digits, but it was '%s'.".formatted(hex));
        }
    }

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
