package dev.laurel.benchmarks.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends events to the gateway and insists on every one being accepted. Thread-safe. */
public final class EventSender {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final HttpClient http;
    private final URI intake;

    /**
     * @param http the client, whose pool decides on the number of connections
     * @param gateway where the platform is
     * @param program the program that the events go to
     */
    public EventSender(HttpClient http, URI gateway, String program) {
        this.http = http;
        this.intake = gateway.resolve("/v1/programs/" + program + "/events?import=true");
    }

    /**
     * Sends a batch and returns once the broker has it.
     *
     * @throws IllegalStateException if any event of it was not accepted
     */
    public void sendBatch(byte[] body, int events) throws IOException, InterruptedException {
        send("application/cloudevents-batch+json", body, events);
    }

    /**
     * Sends one event and returns once the broker has it.
     *
     * @throws IllegalStateException if it was not accepted
     */
    public void sendOne(byte[] body) throws IOException, InterruptedException {
        send("application/cloudevents+json", body, 1);
    }

    private void send(String type, byte[] body, int events)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(intake)
                        .header("Content-Type", type)
                        .timeout(AT_MOST)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 202 || accepted(answer.body()) != events) {
            throw new IllegalStateException(
                    "Expected 202 and %d accepted events, but got %d: %s"
                            .formatted(
                                    events,
                                    answer.statusCode(),
                                    abbreviated(new String(answer.body(), UTF_8))));
        }
    }

    private static int accepted(byte[] answer) {
        JsonNode body = JSON.readTree(answer);
        return body.required("accepted").intValue();
    }

    private static String abbreviated(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
