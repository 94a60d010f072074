package dev.laurel.rules.explanations.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.laurel.rules.explanations.Peers.Reply;
import dev.laurel.rules.explanations.Peers.Reply.Answered;
import dev.laurel.rules.explanations.Peers.Reply.Silent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpPeersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TARGET = "/v1/programs/club/explanations?import=true";

    private static final Map<String, List<String>> HEADERS =
            Map.of(
                    "host", List.of("gateway:8080"),
                    "connection", List.of("keep-alive"),
                    "content-length", List.of("999"),
                    "content-type", List.of("application/json"),
                    "accept-language", List.of("de"),
                    "authorization", List.of("Bearer of-the-caller"));

    private static final String BODY = "{\"type\": \"visit\"}";

    private record Heard(String target, Map<String, List<String>> headers, String body) {}

    private final CompletableFuture<Heard> heard = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void passesOnWhatWasAskedAndByWhomButNotWhatIsOfTheConnection() {
        // When
        Reply reply =
                new HttpPeers().ask(address(), TARGET, HEADERS, BODY.getBytes(UTF_8), PATIENCE);

        // Then
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Answered.class,
                        answer -> {
                            assertThat(answer.status()).isEqualTo(422);
                            assertThat(answer.body()).isEqualTo("no");
                            assertThat(answer.headers()).containsEntry("retry-after", List.of("2"));
                        });
        Heard request = heard.join();
        assertThat(request.target()).isEqualTo(TARGET);
        assertThat(request.body()).isEqualTo(BODY);
        assertThat(request.headers())
                .containsEntry("Content-type", List.of("application/json"))
                .containsEntry("Accept-language", List.of("de"))
                .containsEntry("Authorization", List.of("Bearer of-the-caller"))
                .containsEntry("Laurel-forwarded", List.of("1"))
                .containsEntry("Content-length", List.of("17"))
                .containsEntry("Host", List.of(address().getAuthority()));
    }

    @Test
    void saysThatNobodyAnswers() {
        // Given
        URI gone = address();
        server.stop(0);

        // When
        Reply reply = new HttpPeers().ask(gone, TARGET, HEADERS, BODY.getBytes(UTF_8), PATIENCE);

        // Then
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Silent.class,
                        silent -> assertThat(silent.reason()).contains(gone.toString()));
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            heard.complete(
                    new Heard(
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.getResponseHeaders().set("Retry-After", "2");
            exchange.sendResponseHeaders(422, 2);
            exchange.getResponseBody().write("no".getBytes(UTF_8));
        }
    }

    @Test
    void givesUpOnOneThatHangs() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            URI instance = URI.create("http://127.0.0.1:" + hanging.getLocalPort());

            // When
            Reply reply =
                    new HttpPeers()
                            .ask(instance, TARGET, HEADERS, new byte[0], Duration.ofMillis(50));

            // Then
            assertThat(reply).isInstanceOf(Silent.class);
        }
    }

    @Test
    @Timeout(20)
    void givesUpOnOneThatStopsAfterTheHeadersOfItsAnswer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            URI instance = URI.create("http://127.0.0.1:" + server.getLocalPort());
            CompletableFuture<byte[]> rest = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> beginToAnswer(server, rest));

            // When
            Reply reply =
                    new HttpPeers()
                            .ask(instance, TARGET, HEADERS, new byte[0], Duration.ofMillis(300));

            // Then
            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Silent.class,
                            silent -> assertThat(silent.reason()).contains(instance.toString()));
            assertThat(rest).as("what is read until the connection ends").succeedsWithin(PATIENCE);
        }
    }

    private static void beginToAnswer(ServerSocket server, CompletableFuture<byte[]> rest) {
        try (Socket connection = server.accept()) {
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[".getBytes(UTF_8));
            rest.complete(connection.getInputStream().readAllBytes());
        } catch (IOException e) {
            rest.completeExceptionally(e);
        }
    }
}
