package dev.laurel.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A service behind the gateway: answers what a test told it to, or else what it was asked. */
public final class FakeService {

    private record Reply(int status, String body) {}

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final String name;
    private final HttpServer server;

    FakeService(String name) {
        this.name = name;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a path with JSON from now on. */
    public void answers(String path, int status, String body) {
        replies.put(path, new Reply(status, body));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Reply reply = replies.get(path);
            byte[] body = (reply == null ? echo(exchange) : reply.body()).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.getResponseHeaders().set("Content-Language", "de");
            exchange.getResponseHeaders().set("Vary", "Accept-Language");
            exchange.sendResponseHeaders(reply == null ? 200 : reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String echo(HttpExchange exchange) throws IOException {
        String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
        String languages = exchange.getRequestHeaders().getFirst("Accept-Language");
        String query = exchange.getRequestURI().getRawQuery();
        return json.writeValueAsString(
                Map.of(
                        "service",
                        name,
                        "method",
                        exchange.getRequestMethod(),
                        "path",
                        exchange.getRequestURI().getRawPath(),
                        "query",
                        query == null ? "" : query,
                        "ifMatch",
                        ifMatch == null ? "" : ifMatch,
                        "languages",
                        languages == null ? "" : languages,
                        "body",
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    }
}
