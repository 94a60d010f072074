package dev.laurel.embedded;

import java.nio.file.Path;

/**
 * Where the database keeps its data and how careful it is with it.
 *
 * @param folder its data; the caller makes sure that one process at a time uses it, see {@link
 *     DataFolder}
 * @param port the port on the loopback interface, 0 for a free one
 * @param durability what a commit means
 * @param memory MiB that the server keeps pages in; what it uses besides comes on top
 */
public record DatabaseSettings(Path folder, int port, Durability durability, int memory) {

    /** Enough for what a program of some hundred thousand members touches in a day. */
    public static final int DEFAULT_MEMORY = 192;

    private static final int LEAST_MEMORY = 16;

    /** What a commit means. */
    public enum Durability {
        /** A committed row is on the disk and survives a power failure. */
        DISK,
        /**
         * A committed row survives this process only; for tests and for data that is thrown away.
         */
        NONE
    }

    public DatabaseSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "Expected a port from 0 to 65535, but got %d.".formatted(port));
        }
        if (memory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "Expected at least %d MiB for the database, but got %d."
                            .formatted(LEAST_MEMORY, memory));
        }
    }

    /** With as much memory as a small machine can spare. */
    public DatabaseSettings(Path folder, int port, Durability durability) {
        this(folder, port, durability, DEFAULT_MEMORY);
    }

    /** The same with so many MiB for pages. */
    public DatabaseSettings withMemory(int mebibytes) {
        return new DatabaseSettings(folder, port, durability, mebibytes);
    }

    /** Durable, on a free port. */
    public static DatabaseSettings in(Path folder) {
        return new DatabaseSettings(folder, 0, Durability.DISK);
    }
}
