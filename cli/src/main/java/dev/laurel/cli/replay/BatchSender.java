package dev.laurel.cli.replay;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Sends batches until the platform has said what became of every event. To send one again is safe:
 * an event that is stored already is not counted twice.
 */
final class BatchSender {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PlatformClient client;
    private final ReplaySettings settings;
    private final Tally tally;

    BatchSender(PlatformClient client, ReplaySettings settings, Tally tally) {
        this.client = client;
        this.settings = settings;
        this.tally = tally;
    }

    void send(Batch batch) {
        byte[] body = batch.body();
        long deadline = System.nanoTime() + settings.patience().toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            CommandFailure failure;
            Duration asked = Duration.ZERO;
            try {
                Answer answer = client.post(settings.path(), BATCH, body);
                if (!answer.isPassing()) {
                    take(batch, answer);
                    return;
                }
                failure = refused(answer);
                asked = Duration.ofSeconds(answer.retryAfterSeconds());
            } catch (IOException noAnswer) {
                failure = client.unreachable(noAnswer);
            }
            Duration wait = asked.compareTo(pause) > 0 ? asked : pause;
            if (System.nanoTime() + wait.toNanos() > deadline) {
                throw failure;
            }
            pause(wait);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    private void take(Batch batch, Answer answer) {
        if (answer.status() == 413) {
            // Only a single event can be too large: batches are kept far below the limit.
            for (int i = 0; i < batch.size(); i++) {
                tally.rejected(batch.line(i), reason(answer.body()), answer.detail());
            }
        } else if (answer.status() == 202) {
            for (JsonNode rejected : answer.body().path("rejected")) {
                JsonNode problem = rejected.path("problem");
                tally.rejected(
                        batch.line(rejected.path("index").asInt()),
                        reason(problem),
                        problem.path("detail").asString(""));
            }
            tally.accepted(answer.body().path("accepted").asLong());
        } else {
            throw refused(answer);
        }
    }

    private CommandFailure refused(Answer answer) {
        return new CommandFailure(
                "Expected the platform at %s to take events for program '%s', but it answered %d: %s"
                        .formatted(
                                client.platform(),
                                settings.program(),
                                answer.status(),
                                answer.detail()));
    }

    private static String reason(JsonNode problem) {
        String type = problem.path("type").asString("unknown");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", interrupted);
        }
    }
}
