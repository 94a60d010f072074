package dev.laurel.rules.explanations.client;

import dev.laurel.rules.explanations.Peers;
import dev.laurel.rules.explanations.Peers.Reply.Answered;
import dev.laurel.rules.explanations.Peers.Reply.Silent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Over HTTP, with the headers that it is given. */
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
        // The request's own timeout would end with the headers of the answer.
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(
                        request(URI.create(instance + target), headers, body),
                        HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return new Answered(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (ExecutionException failed) {
            return silent(instance, String.valueOf(failed.getCause()));
        } catch (TimeoutException hangs) {
            sent.cancel(true);
            return silent(instance, "it took longer than " + patience);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Silent("Expected to wait for %s, but was interrupted.".formatted(instance));
        }
    }

    private static Silent silent(URI instance, String reason) {
        return new Silent(
                "Expected an answer from %s, which keeps the state, but there was none: %s"
                        .formatted(instance, reason));
    }

    private static HttpRequest request(
            URI address, Map<String, List<String>> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.header(FORWARDED, "1").build();
    }
}
