package dev.laurel.leaderboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry that knows names and answers nothing else. Safe for concurrent use. */
public final class FakeRegistry {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean down;

    private FakeRegistry(HttpServer server) {
        this.server = server;
    }

    static FakeRegistry start() {
        try {
            InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server = HttpServer.create(free, 0);
            FakeRegistry registry = new FakeRegistry(server);
            server.createContext("/internal/programs/", registry::answer);
            server.start();
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Says how a member of any program wants to be called. */
    public void name(String member, String name) {
        names.put(member, name);
    }

    /** Whether it refuses to answer from now on. */
    public void down(boolean refuses) {
        down = refuses;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Map<String, String> found = new TreeMap<>();
            for (JsonNode member : asked.path("members")) {
                String name = names.get(member.asString());
                if (name != null) {
                    found.put(member.asString(), name);
                }
            }
            byte[] body = JSON.writeValueAsString(Map.of("names", found)).getBytes(UTF_8);
            exchange.sendResponseHeaders(down ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
