package dev.laurel.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.faults.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** One vendor's interface on a loopback port, with faults in front of it. */
public final class SandboxServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Vendor vendor;
    private final Faults faults = new Faults();
    private final Statistics statistics = new Statistics();

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     */
    public SandboxServer(Vendor vendor, int port) throws IOException {
        this.vendor = vendor;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Shows people the contacts from now on, which counts as no call.
     *
     * @param name of the CRM that this is in place of
     * @return where they are; the id of a contact behind it is its own page
     */
    public URI show(String name, Contacts contacts) {
        server.createContext(ContactPages.PATH, new ContactPages(name, contacts));
        return url().resolve(ContactPages.PATH);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Faults faults() {
        return faults;
    }

    public Statistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        statistics.begins();
        try (exchange) {
            Call call = read(exchange);
            Reply reply = answer(call, faults.draw());
            if (reply != null) {
                statistics.answered(reply);
                write(exchange, reply);
            }
        } finally {
            statistics.ends();
        }
    }

    /** The answer, {@code null} for none: the connection is cut. */
    private @Nullable Reply answer(Call call, @Nullable Fault fault) {
        return switch (fault) {
            case null -> vendor.answer(call, false);
            case Fault.Throttled throttled -> vendor.throttled(throttled.retryAfter());
            case Fault.ServerError error ->
                    Reply.text(error.status(), "text/html", "<html>Service Unavailable</html>");
            case Fault.LostRequest _ -> null;
            case Fault.LostAnswer _ -> {
                statistics.answered(vendor.answer(call, false));
                yield null;
            }
            case Fault.Slow slow -> {
                try {
                    Thread.sleep(slow.delay());
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    yield null;
                }
                yield vendor.answer(call, false);
            }
            case Fault.ExpiredToken _ -> {
                vendor.expireTokens();
                yield vendor.answer(call, false);
            }
            case Fault.HalfFails _ -> vendor.answer(call, true);
        };
    }

    private static Call read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                Call.pairs(query == null ? "" : query),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        if (!reply.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
