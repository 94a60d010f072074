package dev.laurel.cli.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a text that are not blank, with their numbers. */
public final class Lines {

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private long number;

    /**
     * @param in stays the caller's to close
     */
    public Lines(InputStream in) {
        this.in = in;
    }

    /** The next line that is not blank, without its end; {@code null} when there is none. */
    public byte @Nullable [] next() throws IOException {
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        return line;
    }

    /** The number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        boolean any = false;
        while (true) {
            if (position == limit) {
                limit = in.read(buffer);
                position = 0;
                if (limit <= 0) {
                    limit = 0;
                    number += any ? 1 : 0;
                    return any ? line.toByteArray() : null;
                }
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            position = end;
            if (end < limit) {
                position++;
                number++;
                return line.toByteArray();
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
