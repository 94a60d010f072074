package dev.laurel.crm.vendor.http;

import dev.laurel.crm.vendor.Permits;
import java.net.URI;
import java.util.Map;

/**
 * A connection's way to its CRM: each request that goes out took one permit before, tokens, further
 * pages and what is sent once more included.
 */
public final class Line {

    private final Wire wire;
    private final Permits permits;

    public Line(Wire wire, Permits permits) {
        this.wire = wire;
        this.permits = permits;
    }

    public Exchange send(String method, URI uri, Map<String, String> headers, String body) {
        return send(1, method, uri, headers, body);
    }

    /**
     * The same with a request that the vendor counts for several.
     *
     * @param weight for how many
     */
    public Exchange send(
            int weight, String method, URI uri, Map<String, String> headers, String body) {
        return permits.draw(weight)
                .<Exchange>map(wait -> new Exchange.Held(wait.pause(), wait.reason()))
                .orElseGet(() -> wire.send(method, uri, headers, body));
    }
}
