package dev.laurel.scoring.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fields in the writing that is hashed, one behind the other. Not thread-safe. */
final class Fields {

    private byte[] bytes = new byte[512];
    private int length;

    void clear() {
        length = 0;
    }

    /** Anything that has a text, or nothing. */
    void add(@Nullable Object value) {
        if (value == null) {
            reserve(1);
            bytes[length++] = '-';
        } else {
            add(value.toString());
        }
    }

    void add(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        begin(utf8.length);
        addBytes(utf8);
    }

    void add(long number) {
        String digits = Long.toString(number);
        begin(digits.length());
        ascii(digits);
    }

    /** Bytes without their length. */
    void addBytes(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    byte[] digest(MessageDigest algorithm) {
        algorithm.update(bytes, 0, length);
        return algorithm.digest();
    }

    private void begin(int size) {
        ascii(Integer.toString(size));
        reserve(1);
        bytes[length++] = ':';
    }

    private void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
        }
    }
}
