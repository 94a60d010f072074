package dev.laurel.cli.platform;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.laurel.cli.CommandFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** HTTP calls to the platform, whose answers are JSON. Thread-safe. */
public final class PlatformClient implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECTING).build();
    private final URI platform;

    /**
     * @param platform scheme, host and port
     */
    public PlatformClient(URI platform) {
        if (platform.getHost() == null
                || platform.getScheme() == null
                || !platform.getScheme().matches("https?")) {
            throw new CommandFailure(
                    "Expected the platform's address as http://host:port, but it was '%s'."
                            .formatted(platform));
        }
        this.platform = platform;
    }

    /** Where the platform is. */
    public URI platform() {
        return platform;
    }

    /**
     * Reads something.
     *
     * @throws IOException when there is no answer
     */
    public Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /**
     * Sends something.
     *
     * @throws IOException when there is no answer
     */
    public Answer post(String path, String contentType, byte[] body) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    /**
     * Puts something in its place, and takes the place of what is there.
     *
     * @throws IOException when there is no answer
     */
    public Answer put(String path, String contentType, byte[] body) throws IOException {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", contentType)
                        .PUT(BodyPublishers.ofByteArray(body));
        etag(path).ifPresent(etag -> request.header("If-Match", etag));
        return send(request.build());
    }

    /**
     * Removes something, whatever has become of it; what is not there is gone already.
     *
     * @throws IOException when there is no answer
     */
    public Answer delete(String path) throws IOException {
        return send(request(path).header("If-Match", "*").DELETE().build());
    }

    private Optional<String> etag(String path) throws IOException {
        return exchange(request(path).GET().build()).headers().firstValue("ETag");
    }

    /** The sentence for a platform that does not answer. */
    public CommandFailure unreachable(IOException failure) {
        String reason =
                failure instanceof ConnectException
                        ? "nobody listens there"
                        : String.valueOf(failure.getMessage());
        return new CommandFailure(
                "Expected the platform at %s, but %s. Is it up?".formatted(platform, reason),
                failure);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(platform + path)).timeout(ANSWERING);
    }

    private Answer send(HttpRequest request) throws IOException {
        HttpResponse<byte[]> response = exchange(request);
        return new Answer(
                response.statusCode(),
                response.headers().firstValueAsLong("Retry-After").orElse(0),
                response.headers()
                        .firstValue("Date")
                        .map(PlatformClient::instant)
                        .orElse(Instant.MIN),
                read(response.body()));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", interrupted);
        }
    }

    private static Instant instant(String date) {
        try {
            return RFC_1123_DATE_TIME.parse(date, Instant::from);
        } catch (DateTimeParseException noDate) {
            return Instant.MIN;
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException noJson) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
