package dev.laurel.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The internal address of the member service, with members that the tests make up. */
public final class FakeRegistry {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Map<String, Object>> contacts = new ConcurrentHashMap<>();
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
            byte[] body = JSON.writeValueAsBytes(Map.of("contacts", found));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
