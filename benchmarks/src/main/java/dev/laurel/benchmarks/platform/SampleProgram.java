package dev.laurel.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Brings a program document into force. */
public final class SampleProgram {

    private final HttpClient http;
    private final URI program;

    /**
     * @param http the client
     * @param gateway where the platform is
     * @param program the program's id, as in the document
     */
    public SampleProgram(HttpClient http, URI gateway, String program) {
        this.http = http;
        this.program = gateway.resolve("/v1/programs/" + program);
    }

    /**
     * Creates the program and publishes the document.
     *
     * @throws IllegalStateException if the platform refuses it
     */
    public void publish(Path document) throws IOException, InterruptedException {
        send("PUT", "", "application/json", text("{\"name\":\"Benchmark\"}"));
        send("PUT", "/draft", "application/yaml", BodyPublishers.ofFile(document));
        send("POST", "/versions", "application/json", BodyPublishers.noBody());
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }

    private void send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        URI target = URI.create(program + path);
        HttpRequest request =
                HttpRequest.newBuilder(target)
                        .header("Content-Type", type)
                        .timeout(Duration.ofMinutes(1))
                        .method(method, body)
                        .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "Expected %s %s to work, but got %d: %s"
                            .formatted(method, target, answer.statusCode(), answer.body()));
        }
    }
}
