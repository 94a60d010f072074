package dev.laurel.engine.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Reads what {@link ByteWriter} wrote. */
public final class ByteReader {

    private final byte[] bytes;
    private int position;
    private final List<String> texts = new ArrayList<>();

    /**
     * Begins a record.
     *
     * @param what names the record in messages
     * @param version the version that the caller can read
     * @throws IllegalArgumentException when the record has another version
     */
    public ByteReader(byte[] bytes, String what, int version) {
        this.bytes = bytes;
        if (bytes.length == 0) {
            throw new IllegalArgumentException(
                    "Expected %s of version %d, but there are no bytes.".formatted(what, version));
        }
        int actual = bytes[position++] & 0xFF;
        if (actual != version) {
            throw new IllegalArgumentException(
                    "Expected %s of version %d, but it is of version %d."
                            .formatted(what, version, actual));
        }
    }

    public long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = next();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken("a number goes on after 64 bits");
    }

    public long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number that fits an {@code int} and is not negative, such as a count of what follows. */
    public int count() {
        long value = unsigned();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw broken("a count is " + value);
        }
        return (int) value;
    }

    public String text() {
        int reference = count();
        if (reference > texts.size()) {
            throw broken("a text refers to one that has not been read");
        }
        if (reference > 0) {
            return texts.get(reference - 1);
        }
        String text = newText();
        texts.add(text);
        return text;
    }

    /** A text that was not expected again. */
    public String newText() {
        int size = atMost(count());
        String text = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return text;
    }

    /**
     * Some bytes as they are, behind some others.
     *
     * @param first where those others are, at the beginning
     */
    public byte[] bytes(byte[] first, int others, int count) {
        byte[] both = Arrays.copyOf(first, others + atMost(count));
        System.arraycopy(bytes, position, both, others, count);
        position += count;
        return both;
    }

    /** The same number, which is no more than the bytes that are left. */
    public int atMost(int size) {
        if (size > bytes.length - position) {
            throw broken("more is announced than is left");
        }
        return size;
    }

    /** The one of some values that has the code that comes next. */
    public <E> E oneOf(E[] values, ToIntFunction<E> code) {
        int next = count();
        for (E value : values) {
            if (code.applyAsInt(value) == next) {
                return value;
            }
        }
        throw broken("there is nothing with the code " + next);
    }

    /** To be called at the end: nothing may be left. */
    public void end() {
        if (position != bytes.length) {
            throw broken("%d bytes are left".formatted(bytes.length - position));
        }
    }

    /** What to throw when bytes make no sense. */
    public IllegalArgumentException broken(String why) {
        return new IllegalArgumentException(
                "Expected a whole record, but at byte %d %s.".formatted(position, why));
    }

    private byte next() {
        if (position >= bytes.length) {
            throw broken("it ends");
        }
        return bytes[position++];
    }
}
