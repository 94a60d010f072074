package dev.laurel.embedded;

import java.nio.file.Path;

/**
 * Where the broker keeps its data and listens.
 *
 * @param folder its data, formatted at the first start and used again afterwards
 * @param host the address to listen on and to announce to clients, as a rule the loopback
 * @param port the port of the client listener, 0 for a free one
 */
public record BrokerSettings(Path folder, String host, int port) {

    public BrokerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "Expected a port from 0 to 65535, but got %d.".formatted(port));
        }
    }

    /** Listens on a free port of the loopback interface. */
    public static BrokerSettings in(Path folder) {
        return new BrokerSettings(folder, "127.0.0.1", 0);
    }
}
