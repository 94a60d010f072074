package dev.laurel.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway's intake: keeps events by source and id, refuses types that begin with "unknown", and
 * may be away.
 */
public final class FakeIntake {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Map<String, JsonNode>> events = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> history = new LinkedHashMap<>();
    private final List<String> posts = new ArrayList<>();
    private final HttpServer server;
    private boolean away;

    FakeIntake() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/programs/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public synchronized void away(boolean now) {
        away = now;
    }

    /** The events of a program, each once. */
    public synchronized List<JsonNode> events(String program) {
        return List.copyOf(events.getOrDefault(program, Map.of()).values());
    }

    /** Those that were declared as history. */
    public synchronized List<JsonNode> history(String program) {
        return List.copyOf(history.getOrDefault(program, List.of()));
    }

    /** How often an event came, whichever it was. */
    public synchronized long posts(String program) {
        return posts.stream().filter(it -> it.equals(program)).count();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String program = exchange.getRequestURI().getPath().split("/", -1)[3];
            JsonNode batch = JSON.readTree(exchange.getRequestBody().readAllBytes());
            boolean batched =
                    exchange.getRequestHeaders()
                            .getFirst("Content-Type")
                            .equals("application/cloudevents-batch+json");
            boolean imported = "import=true".equals(exchange.getRequestURI().getQuery());
            byte[] answer =
                    batched
                            ? JSON.writeValueAsBytes(answer(program, batch, imported))
                            : new byte[0];
            int status = batched ? (isAway() ? 503 : 202) : 415;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private synchronized boolean isAway() {
        return away;
    }

    private synchronized Map<String, Object> answer(
            String program, JsonNode batch, boolean imported) {
        List<Object> rejected = new ArrayList<>();
        int index = 0;
        for (JsonNode event : batch) {
            if (away) {
                break;
            }
            if (event.path("type").asString("").startsWith("unknown")) {
                rejected.add(
                        Map.of(
                                "index", index,
                                "id", event.path("id").asString(""),
                                "problem", Map.of("detail", "Expected a type of the program.")));
            } else {
                posts.add(program);
                if (imported) {
                    history.computeIfAbsent(program, _ -> new ArrayList<>()).add(event);
                }
                events.computeIfAbsent(program, _ -> new LinkedHashMap<>())
                        .put(
                                event.path("source").asString() + " " + event.path("id").asString(),
                                event);
            }
            index++;
        }
        return Map.of("accepted", batch.size() - rejected.size(), "rejected", rejected);
    }
}
