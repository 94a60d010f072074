package dev.laurel.benchmarks.throughput;

import dev.laurel.benchmarks.http.Answer;
import dev.laurel.benchmarks.http.Server;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends events to the gateway and insists on every one being accepted. Thread-safe. */
public final class EventSender {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Server gateway;
    private final String intake;

    /**
     * @param gateway where the platform is
     * @param program the program that the events go to
     */
    public EventSender(Server gateway, String program) {
        this.gateway = gateway;
        this.intake = "/v1/programs/" + program + "/events?import=true";
    }

    /**
     * Sends a batch and returns once the broker has it.
     *
     * @throws IllegalStateException if any event of it was not accepted
     */
    public void sendBatch(byte[] body, int events) throws IOException {
        send("application/cloudevents-batch+json", body, events);
    }

    /**
     * Sends one event and returns once the broker has it.
     *
     * @throws IllegalStateException if it was not accepted
     */
    public void sendOne(byte[] body) throws IOException {
        send("application/cloudevents+json", body, 1);
    }

    private void send(String type, byte[] body, int events) throws IOException {
        Answer answer = gateway.post(intake, type, body);
        if (answer.status() != 202 || accepted(answer.body()) != events) {
            throw new IllegalStateException(
                    "Expected 202 and %d accepted events, but got %s".formatted(events, answer));
        }
    }

    private static int accepted(byte[] answer) {
        JsonNode body = JSON.readTree(answer);
        return body.required("accepted").intValue();
    }
}
