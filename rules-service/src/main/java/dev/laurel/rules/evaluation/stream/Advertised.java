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

    /**
     * Whether only this machine reaches what is advertised: an instance on another one that takes
     * it at its word asks itself. So it is where the machine's name stands for {@code 127.0.1.1} in
     * its own {@code /etc/hosts}, as Debian has it.
     */
    boolean isForThisMachineOnly() {
        return port != 0
                && (host.isBlank() ? Optional.of(machine()) : literal(host.strip()))
                        .filter(it -> it.isLoopbackAddress() || it.isAnyLocalAddress())
                        .isPresent();
    }

    private static String thisMachine() {
        return machine().getHostAddress();
    }

    private static InetAddress machine() {
        try {
            return InetAddress.getLocalHost();
        } catch (UnknownHostException nameless) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /** Only what is an address already: names are others' to look up. */
    private static Optional<InetAddress> literal(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address.replaceAll("^\\[|]$", "")));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
