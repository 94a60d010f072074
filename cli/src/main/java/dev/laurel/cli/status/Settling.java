package dev.laurel.cli.status;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Waits until everything that the platform accepted is decided, posted and passed on. */
public final class Settling {

    private static final Duration ASK_EVERY = Duration.ofMillis(250);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    private final PlatformClient client;

    /**
     * @param client stays the caller's to close
     */
    public Settling(PlatformClient client) {
        this.client = client;
    }

    /**
     * Waits.
     *
     * @param limit for how long
     * @param report gets a line every five seconds with what is still on its way
     * @throws CommandFailure when the limit is reached, with what is still on its way, or when the
     *     platform does not answer
     */
    public void await(Duration limit, Consumer<String> report) {
        long start = System.nanoTime();
        long reported = start;
        while (true) {
            JsonNode status = status();
            if (status != null && status.path("settled").asBoolean()) {
                return;
            }
            long now = System.nanoTime();
            if (now - start > limit.toNanos()) {
                throw new CommandFailure(
                        "Expected everything to be passed on within %s, but this is left: %s."
                                .formatted(limit, left(status)));
            }
            if (now - reported > REPORT_EVERY.toNanos()) {
                reported = now;
                report.accept("Waiting for " + left(status));
            }
            pause();
        }
    }

    private @Nullable JsonNode status() {
        try {
            Answer answer = client.get("/v1/status");
            if (answer.status() != 200 && !answer.isPassing()) {
                throw new CommandFailure(
                        "Expected the status of the platform at %s, but it answered %d: %s"
                                .formatted(client.platform(), answer.status(), answer.detail()));
            }
            return answer.status() == 200 ? answer.body() : null;
        } catch (IOException noAnswer) {
            throw client.unreachable(noAnswer);
        }
    }

    private static String left(@Nullable JsonNode status) {
        if (status == null) {
            return "the platform's status";
        }
        List<String> left = new ArrayList<>();
        for (JsonNode service : status.path("services")) {
            if (!service.path("up").asBoolean()) {
                left.add(service.path("service").asString() + " to be up");
            }
        }
        add(left, status.path("readers"), "group", "lag", "to read");
        add(left, status.path("outboxes"), "service", "backlog", "to send");
        return String.join(", ", left);
    }

    private static void add(
            List<String> left, JsonNode places, String name, String count, String what) {
        for (JsonNode place : places) {
            JsonNode number = place.path(count);
            if (!number.isNumber()) {
                left.add(place.path(name).asString() + " to say what it has " + what);
            } else if (number.asLong() != 0) {
                left.add(
                        "%s (%,d %s)"
                                .formatted(place.path(name).asString(), number.asLong(), what));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", interrupted);
        }
    }
}
