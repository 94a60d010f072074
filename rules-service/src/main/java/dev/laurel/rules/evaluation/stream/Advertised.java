package dev.laurel.rules.evaluation.stream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where other instances of this service reach this one, for what they have to ask it.
 *
 * @param host its name or address; if empty, the address of this machine, which in a container is
 *     the container's own
 * @param port where it listens; 0 for an instance that nobody is to ask
 */
record Advertised(@DefaultValue("") String host, @DefaultValue("0") int port) {

    /** In the form {@code host:port}, an address of IPv6 in brackets. */
    Optional<String> endpoint() {
        if (port == 0) {
            return Optional.empty();
        }
        String reached = host.isBlank() ? thisMachine() : host.strip();
        boolean bare = reached.contains(":") && !reached.startsWith("[");
        return Optional.of((bare ? "[" + reached + "]" : reached) + ":" + port);
    }

    private static String thisMachine() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException nameless) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
