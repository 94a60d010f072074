package dev.laurel.badges.credentials;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Who vouches for credentials: this installation, known by the address at which anybody reaches it.
 *
 * @param url scheme, host and port; https unless it is this machine
 */
public record Issuer(URI url) {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    public Issuer {
        if (!isOrigin(url) || !isSafe(url)) {
            throw new IllegalArgumentException(
                    "Expected the issuer as https://host[:port] (http for localhost only), but it was '%s'."
                            .formatted(url));
        }
    }

    private static boolean isOrigin(URI url) {
        String path = url.getPath();
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && (path == null || path.isEmpty() || path.equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static boolean isSafe(URI url) {
        return "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && LOCAL.contains(url.getHost()));
    }

    /**
     * Its decentralised identifier (the did:web method, section 3.1): {@code did:web:} and the
     * host, with the port, if there is one, behind an encoded colon.
     */
    public String did() {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return "did:web:" + (url.getPort() < 0 ? host : host + "%3A" + url.getPort());
    }

    /** The address of one of its keys. */
    public String keyUrl(String key) {
        return did() + "#" + key;
    }

    /**
     * An address of this installation.
     *
     * @param path from the root, with a leading slash
     */
    public String at(String path) {
        String origin = url.toString();
        return (origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin) + path;
    }
}
