package dev.laurel.cli.replay;

import dev.laurel.cli.CommandFailure;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * A file of events, plain or compressed with gzip (seen by its first two bytes, not by its name),
 * or standard input. Knows how much of it has been read.
 */
public final class EventFile implements AutoCloseable {

    private final Counting raw;
    private final InputStream lines;
    private final long size;

    private EventFile(InputStream in, long size) throws IOException {
        this.raw = new Counting(in);
        this.size = size;
        BufferedInputStream buffered = new BufferedInputStream(raw, 64 * 1024);
        buffered.mark(2);
        boolean compressed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        this.lines = compressed ? new GZIPInputStream(buffered, 64 * 1024) : buffered;
    }

    /**
     * Opens a file.
     *
     * @param name its path, or {@code -} for standard input
     * @throws CommandFailure when it cannot be read
     */
    public static EventFile open(String name, InputStream standardInput) {
        try {
            if (name.equals("-")) {
                return new EventFile(standardInput, 0);
            }
            Path path = Path.of(name);
            if (!Files.isRegularFile(path)) {
                throw new CommandFailure(
                        "Expected a file of events, but there is none at '%s'.".formatted(name));
            }
            return new EventFile(Files.newInputStream(path), Files.size(path));
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "Expected a file of events that can be read, but '%s' can't: %s."
                            .formatted(name, unreadable.getMessage()),
                    unreadable);
        }
    }

    /** The lines, not compressed. */
    public InputStream lines() {
        return lines;
    }

    /** How much has been read, 0 to 1, or below 0 where the size is not known. */
    public double fraction() {
        return size == 0 ? -1 : Math.min(1, raw.count.doubleValue() / size);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static final class Counting extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();

        private Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
