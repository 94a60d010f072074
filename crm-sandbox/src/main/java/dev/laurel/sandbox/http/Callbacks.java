package dev.laurel.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Calls a webhook with what happened, in order and away from who caused it, and again when the
 * answer is no success. Safe for concurrent use.
 */
public final class Callbacks implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ATTEMPTS = 10;

    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<Notification> queue = new LinkedBlockingQueue<>();
    private final List<Integer> answers = new ArrayList<>();
    private final Thread thread;

    /**
     * A request to be.
     *
     * @param headers asked for at each attempt, for those that have the time in them
     */
    public record Notification(String body, Headers headers) {}

    /** Makes the headers of an attempt. */
    @FunctionalInterface
    public interface Headers {

        /**
         * The headers of one attempt.
         *
         * @param attempt from 0
         */
        Map<String, String> of(String body, int attempt);
    }

    /** Starts to call. */
    public Callbacks(URI address) {
        this.address = address;
        this.thread = Thread.ofVirtual().name("callbacks").start(this::run);
    }

    public void add(Notification callback) {
        queue.add(callback);
    }

    /** The status of every answer so far, 0 for none. */
    public List<Integer> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        client.close();
    }

    private void run() {
        try {
            while (true) {
                Notification callback = queue.take();
                int attempt = 0;
                while (!isTaken(callback, attempt) && attempt < ATTEMPTS) {
                    attempt++;
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTaken(Notification callback, int attempt) throws InterruptedException {
        int status = send(callback, attempt);
        synchronized (answers) {
            answers.add(status);
        }
        return status / 100 == 2;
    }

    /** Calls once, now. */
    public int send(Notification callback, int attempt) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(callback.body(), UTF_8));
        callback.headers().of(callback.body(), attempt).forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }
}
