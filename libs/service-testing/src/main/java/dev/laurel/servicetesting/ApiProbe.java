package dev.laurel.servicetesting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service on this machine over a real connection. */
public final class ApiProbe {

    private static final JsonMapper JSON = new JsonMapper();

    private final int port;

    public ApiProbe(int port) {
        this.port = port;
    }

    /** An answer of any status. */
    public record Answer(int status, String contentType, JsonNode body) {}

    /** The body of a 200. */
    public JsonNode get(String path) {
        Answer answer = ask(path);
        if (answer.status() != 200) {
            throw new AssertionError("Expected 200 from %s, but: %s".formatted(path, answer));
        }
        return answer.body();
    }

    /** The body of a 200 that is no JSON. */
    public String text(String path) {
        return text(path, "*/*");
    }

    /** The body of a 200 of a media type. */
    public String text(String path, String accept) {
        HttpResponse<String> response =
                exchange(HttpRequest.newBuilder(uri(path)).header("Accept", accept).build());
        if (response.statusCode() != 200) {
            throw new AssertionError("Expected 200 from %s, but: %s".formatted(path, response));
        }
        return response.body();
    }

    /** Whatever the service answers. */
    public Answer ask(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Posts JSON that may be sent again: the service knows it by the key. */
    public Answer post(String path, String key, String json) {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static Answer send(HttpRequest request) {
        HttpResponse<String> response = exchange(request);
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                JSON.readTree(response.body()));
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("Could not send " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending " + request, e);
        }
    }
}
