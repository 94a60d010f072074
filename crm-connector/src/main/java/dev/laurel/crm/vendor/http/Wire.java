package dev.laurel.crm.vendor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.vendor.http.Exchange.NoAnswer;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Sends requests and waits for their answers, within a time. Follows no redirects, and sends
 * nothing twice.
 */
public final class Wire {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECTING)
                    .build();

    private final Duration patience;

    /**
     * @param patience how long an answer may take
     */
    public Wire(Duration patience) {
        this.patience = patience;
    }

    Exchange send(String method, URI uri, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(patience)
                        .method(
                                method,
                                new SentOnce(
                                        body.isEmpty()
                                                ? BodyPublishers.noBody()
                                                : BodyPublishers.ofString(body)));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    client.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Response(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            return new NoAnswer(
                    "Expected an answer from %s, but: %s".formatted(uri.getHost(), nameOf(e)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new NoAnswer("The connector was stopped.");
        }
    }

    /** Without the request, which has secrets. */
    private static String nameOf(IOException e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }
}
