package dev.laurel.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback interface that nobody listens on at the moment of asking. */
public final class LoopbackPorts {

    private LoopbackPorts() {}

    /** A free port; somebody else may still take it before the caller does. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedInfrastructureException("Found no free port on the loopback.", e);
        }
    }
}
