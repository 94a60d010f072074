package dev.laurel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A platform that takes every event but those of the type {@code bad}, and says what it was told
 * to.
 */
public final class FakePlatform implements AutoCloseable {

    /**
     * A request that came.
     *
     * @param target path and query
     * @param events the batch
     */
    public record Received(String target, List<JsonNode> events) {}

    private record Reply(int status, String body) {}

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final Queue<String> statuses = new ArrayDeque<>();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> targets = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger busiest = new AtomicInteger();

    public FakePlatform() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/programs/", this::events);
        server.createContext("/v1/status", this::status);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers the next request with events like this instead. */
    public synchronized void answersNext(int status, String body) {
        replies.add(new Reply(status, body));
    }

    /** Answers requests for the status one after the other, the last one again and again. */
    public synchronized void hasStatus(String... bodies) {
        statuses.addAll(List.of(bodies));
    }

    /** The batches that were taken, in the order of their arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Path and query of every request about a program, in the order of their arrival. */
    public List<String> targets() {
        return List.copyOf(targets);
    }

    /** How many batches were sent at the same time. */
    public int busiest() {
        return busiest.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void events(HttpExchange exchange) throws IOException {
        busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
        try (exchange) {
            targets.add(exchange.getRequestURI().toString());
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply = nextReply();
            if (reply != null) {
                answer(exchange, reply);
                return;
            }
            List<JsonNode> events = new ArrayList<>();
            json.readTree(body).forEach(events::add);
            received.add(new Received(exchange.getRequestURI().toString(), events));
            answer(exchange, new Reply(202, judge(events).toString()));
        } finally {
            busy.decrementAndGet();
        }
    }

    private ObjectNode judge(List<JsonNode> events) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode rejected = answer.putArray("rejected");
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).path("type").asString("").equals("bad")) {
                ObjectNode problem =
                        rejected.addObject().put("index", i).put("id", "x").putObject("problem");
                problem.put("type", "https://laurel.dev/problems/unknown-event-type");
                problem.put("detail", "Expected a known type, but it was 'bad'.");
            }
        }
        return answer.put("accepted", events.size() - rejected.size());
    }

    private void status(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange, new Reply(200, nextStatus()));
        }
    }

    private synchronized String nextStatus() {
        String next = statuses.size() > 1 ? statuses.poll() : statuses.peek();
        return next == null ? "{\"settled\": true}" : next;
    }

    private synchronized @org.jspecify.annotations.Nullable Reply nextReply() {
        return replies.poll();
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
