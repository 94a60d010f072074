package dev.laurel.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports on the loopback interface that nobody listens on at the moment of asking. */
public final class LoopbackPorts {

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
    private static final int ATTEMPTS = 100;

    private LoopbackPorts() {}

    /**
     * A free port that this process was not given before, so that two servers which start side by
     * side never get the same one; another process may still take it before the caller does.
     */
    public static int free() {
        int port = any();
        for (int attempt = 1; attempt < ATTEMPTS && !GIVEN.add(port); attempt++) {
            port = any();
        }
        return port;
    }

    private static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedInfrastructureException("Found no free port on the loopback.", e);
        }
    }
}
