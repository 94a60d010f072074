package dev.laurel.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The internal address of the member service, with members that the tests make up. */
public final class FakeRegistry {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of a body, as the member service has it. */
    private static final int LARGEST = 1024 * 1024;

    private final Map<String, Map<String, Object>> contacts = new ConcurrentHashMap<>();
    private final Set<Map<String, String>> untaken = ConcurrentHashMap.newKeySet();
    private final Set<Map<String, String>> cleared = ConcurrentHashMap.newKeySet();
    private volatile boolean deaf;
    private final Map<String, Map<String, Object>> known = new ConcurrentHashMap<>();
    private final AtomicLong merges = new AtomicLong();
    private final HttpServer server;

    FakeRegistry() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/programs/", this::answer);
        server.createContext("/v1/programs/", this::merge);
        server.createContext("/internal/erasures/untaken", this::answerUntaken);
        server.createContext("/internal/erasures/progress", this::hear);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A member with an e-mail address. */
    public void add(String program, String member, String email) {
        add(program, member, email, Map.of());
    }

    public void add(String program, String member, String email, Map<String, String> crmIds) {
        contacts.put(
                program + "/" + member, Map.of("member", member, "email", email, "crmIds", crmIds));
    }

    /** Erases a member, of whom nothing is known from now on. */
    public void erase(String program, String member) {
        contacts.remove(program + "/" + member);
        untaken.add(id(program, member));
    }

    /** Whether the connector has said that nothing of the member is left in a CRM. */
    public boolean isCleared(String program, String member) {
        return cleared.contains(id(program, member));
    }

    /** Whether it loses what it is told of erasures. */
    public void deaf(boolean now) {
        deaf = now;
    }

    /** What was said of a member by merge patches, by name. */
    public Map<String, Object> known(String program, String member) {
        return Map.copyOf(known.getOrDefault(program + "/" + member, Map.of()));
    }

    /** How many patches came, whatever they said. */
    public long merges() {
        return merges.get();
    }

    /** An address in an attribute is refused. */
    private void merge(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            if (!"merge=true".equals(exchange.getRequestURI().getQuery())) {
                respond(exchange, 404, new byte[0]);
                return;
            }
            if (deaf) {
                respond(exchange, 503, new byte[0]);
                return;
            }
            List<Object> rejected = new ArrayList<>();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (body.length > LARGEST) {
                respond(exchange, 413, new byte[0]);
                return;
            }
            String lines = new String(body, UTF_8);
            for (String line : lines.split("\n", -1)) {
                merges.incrementAndGet();
                JsonNode patch = JSON.readTree(line);
                String member = patch.path("member").asString();
                if (patch.path("attributes").path("city").asString("").contains("@")) {
                    rejected.add(
                            Map.of(
                                    "member",
                                    member,
                                    "problem",
                                    Map.of("detail", "Expected no address.")));
                } else {
                    apply(
                            known.computeIfAbsent(
                                    path[3] + "/" + member, _ -> new ConcurrentHashMap<>()),
                            patch);
                }
            }
            respond(
                    exchange,
                    200,
                    JSON.writeValueAsBytes(Map.of("accepted", 1, "rejected", rejected)));
        }
    }

    private static void apply(Map<String, Object> member, JsonNode patch) {
        synchronized (member) {
            patch.properties()
                    .forEach(each -> {
                        if (each.getKey().equals("attributes")) {
                            each.getValue()
                                    .properties()
                                    .forEach(it ->
                                            put(
                                                    member,
                                                    "attributes." + it.getKey(),
                                                    it.getValue()));
                        } else if (!each.getKey().equals("member")) {
                            put(member, each.getKey(), each.getValue());
                        }
                    });
        }
    }

    private static void put(Map<String, Object> member, String name, JsonNode value) {
        if (value.isNull()) {
            member.remove(name);
        } else {
            member.put(name, JSON.treeToValue(value, Object.class));
        }
    }

    private static Map<String, String> id(String program, String member) {
        return Map.of("program", program, "member", member);
    }

    private void answerUntaken(HttpExchange exchange) throws IOException {
        try (exchange) {
            respond(exchange, 200, JSON.writeValueAsBytes(Map.of("members", List.copyOf(untaken))));
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode progress = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (deaf) {
                respond(exchange, 503, new byte[0]);
                return;
            }
            for (JsonNode each : progress.path("taken")) {
                untaken.remove(id(each.path("program").asString(), each.path("member").asString()));
            }
            for (JsonNode each : progress.path("cleared")) {
                cleared.add(id(each.path("program").asString(), each.path("member").asString()));
            }
            respond(exchange, 204, new byte[0]);
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String program = exchange.getRequestURI().getPath().split("/", -1)[3];
            List<Object> found = new ArrayList<>();
            JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            for (JsonNode member : asked.path("members")) {
                Map<String, Object> contact = contacts.get(program + "/" + member.asString());
                if (contact != null) {
                    found.add(contact);
                }
            }
            respond(exchange, 200, JSON.writeValueAsBytes(Map.of("contacts", found)));
        }
    }
}
