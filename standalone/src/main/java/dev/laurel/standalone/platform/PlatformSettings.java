package dev.laurel.standalone.platform;

import dev.laurel.embedded.DatabaseSettings;
import java.net.URI;

/**
 * How the platform runs.
 *
 * @param listen the address that the gateway listens on; everything else stays on the loopback
 * @param port the gateway's port
 * @param durability what a commit of the database means
 * @param databaseMemory MiB that the database keeps pages in
 * @param publicUrl the address at which anybody reaches the gateway, in whose name credentials are
 *     issued
 */
public record PlatformSettings(
        String listen,
        int port,
        DatabaseSettings.Durability durability,
        int databaseMemory,
        URI publicUrl) {

    /** The port that people expect. */
    public static final int DEFAULT_PORT = 8080;

    /** On this machine only. */
    public PlatformSettings(String listen, int port, DatabaseSettings.Durability durability) {
        this(
                listen,
                port,
                durability,
                DatabaseSettings.DEFAULT_MEMORY,
                URI.create("http://localhost:" + port));
    }

    public PlatformSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "Expected a port from 1 to 65535, but got %d.".formatted(port));
        }
    }
}
