package dev.laurel.engine.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a record: its version in the first byte, then numbers as variable-length integers (seven
 * bits per byte, lowest first) and texts, of which each is written once and then referred to.
 */
public final class ByteWriter {

    private static final int INITIAL_SIZE = 256;

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int length;
    private final Map<String, Integer> texts = new HashMap<>();

    /**
     * Begins a record.
     *
     * @param version 1 to 127
     */
    public ByteWriter(int version) {
        bytes[length++] = (byte) version;
    }

    /** A number, short when it is small and not negative. */
    public ByteWriter unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** A number, short when it is near zero. */
    public ByteWriter signed(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    /** A text: 0 and itself when it is new, else its number. */
    public ByteWriter text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size() + 1);
        return known == null ? unsigned(0).newText(text) : unsigned(known);
    }

    /** A text that is not expected again. */
    public ByteWriter newText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** Some bytes as they are. */
    public ByteWriter bytes(byte[] from, int offset, int count) {
        ensure(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
