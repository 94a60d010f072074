package dev.laurel.rules;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service over a real connection. */
final class Api implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    Api(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param retryAfter seconds
     */
    record Answer(int status, @Nullable String etag, @Nullable String retryAfter, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    Answer get(String path) {
        return send("GET", path, "application/json", null, null);
    }

    Answer post(String path) {
        return send("POST", path, "application/json", null, null);
    }

    Answer postJson(String path, String body) {
        return send("POST", path, "application/json", body, null);
    }

    /** Sends lines of events, as they are or in an encoding. */
    Answer postLines(String path, byte[] body, @Nullable String encoding) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .POST(BodyPublishers.ofByteArray(body))
                        .header("Content-Type", "application/x-ndjson");
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return send(path, request);
    }

    Answer postEvent(String path, String body) {
        return send("POST", path, "application/cloudevents+json", body, null);
    }

    /** As another instance of the service does that was asked first. */
    Answer postForwardedEvent(String path, String body) {
        return send(
                path,
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/cloudevents+json")
                        .header("Laurel-Forwarded", "1"));
    }

    Answer putJson(String path, String body, @Nullable String ifMatch) {
        return send("PUT", path, "application/json", body, ifMatch);
    }

    Answer putYaml(String path, String body, @Nullable String ifMatch) {
        return send("PUT", path, "application/yaml", body, ifMatch);
    }

    /** Creates the program, makes that its draft and publishes it, whatever was there before. */
    Answer publish(String program, String yaml) {
        String path = "/v1/programs/" + program;
        putJson(path, "{\"name\": \"Test\"}", null);
        Answer draft = putYaml(path + "/draft", yaml, get(path + "/draft").etag());
        if (draft.status() >= 300) {
            throw new AssertionError("Expected a stored draft, but: " + draft);
        }
        Answer published = post(path + "/versions");
        if (published.status() >= 300) {
            throw new AssertionError("Expected a published version, but: " + published);
        }
        return published;
    }

    private Answer send(
            String method,
            String path,
            String type,
            @Nullable String body,
            @Nullable String ifMatch) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(path, request);
    }

    private Answer send(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Retry-After").orElse(null),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError("Could not ask " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while asking " + path, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
