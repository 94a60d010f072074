package dev.laurel.embedded;

import java.nio.file.Path;

/**
 * Where the database keeps its data and how careful it is with it.
 *
 * @param folder its data; the caller makes sure that one process at a time uses it, see {@link
 *     DataFolder}
 * @param port the port on the loopback interface, 0 for a free one
 * @param durability what a commit means
 */
public record DatabaseSettings(Path folder, int port, Durability durability) {

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
    }

    /** Durable, on a free port. */
    public static DatabaseSettings in(Path folder) {
        return new DatabaseSettings(folder, 0, Durability.DISK);
    }
}
