package dev.laurel.rules.explanations.client;

import dev.laurel.rules.explanations.Peers;
import dev.laurel.rules.explanations.Peers.Reply.Answered;
import dev.laurel.rules.explanations.Peers.Reply.Silent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Over HTTP, with what the request says of its caller and its trace. */
@Component
class HttpPeers implements Peers {

    private static final Duration CONNECTING = Duration.ofSeconds(2);

    /** They are about one connection, or this client sets them itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECTING)
                    .build();

    @Override
    public Reply ask(
            URI instance,
            String target,
            Map<String, List<String>> headers,
            byte[] body,
            Duration patience) {
        HttpRequest request = request(URI.create(instance + target), headers, body, patience);
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answered(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException e) {
            return new Silent(
                    "Expected an answer from %s, which keeps the state, but there was none: %s"
                            .formatted(instance, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silent("Expected to wait for %s, but was interrupted.".formatted(instance));
        }
    }

    private static HttpRequest request(
            URI address, Map<String, List<String>> headers, byte[] body, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(patience)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.header(FORWARDED, "1").build();
    }
}
