package dev.laurel.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page begins: the keys of the last item of the page before. Callers see an opaque text. A
 * controller takes it as {@code @RequestParam(required = false) @Nullable Cursor cursor} and reads
 * the keys by position; whatever is wrong with one is the problem {@link
 * CommonProblem#INVALID_CURSOR}.
 *
 * @param keys 1 to {@value #MAX_KEYS} keys
 */
public record Cursor(List<String> keys) {

    private static final int VERSION = 1;
    private static final int MAX_KEYS = 8;
    private static final int MAX_LENGTH = 4096;

    public Cursor {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException(
                    "Expected 1 to %d keys, but there were %d.".formatted(MAX_KEYS, keys.size()));
        }
    }

    /** A cursor of keys in their {@link Object#toString()} form. */
    public static Cursor of(Object... keys) {
        return new Cursor(List.of(keys).stream().map(Object::toString).toList());
    }

    /** Reads the form written by {@link #toString()}; Spring finds it by its name. */
    public static Cursor valueOf(String text) {
        if (text.length() > MAX_LENGTH) {
            throw invalid();
        }
        try (var in =
                new DataInputStream(
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            if (in.readUnsignedByte() != VERSION) {
                throw invalid();
            }
            int count = in.readUnsignedByte();
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                keys.add(in.readUTF());
            }
            if (in.read() != -1) {
                throw invalid();
            }
            return new Cursor(keys);
        } catch (IOException | IllegalArgumentException malformed) {
            throw invalid();
        }
    }

    public String text(int position) {
        return read(position, key -> key);
    }

    public long number(int position) {
        return read(position, Long::parseLong);
    }

    public UUID uuid(int position) {
        return read(position, UUID::fromString);
    }

    public Instant instant(int position) {
        return read(position, Instant::parse);
    }

    /** The opaque form: base64url of a version byte, a count and the keys. */
    @Override
    public String toString() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(keys.size());
            for (String key : keys) {
                out.writeUTF(key);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private <T> T read(int position, Function<String, T> reader) {
        if (position >= keys.size()) {
            throw invalid();
        }
        try {
            return reader.apply(keys.get(position));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        String expected = "the 'next' of a page of this list, unchanged";
        String message = "Expected %s, but it was something else.".formatted(expected);
        return new Problem(
                CommonProblem.INVALID_CURSOR,
                message,
                List.of(new Violation("?cursor", message, expected)));
    }
}
