package dev.laurel.standalone.demo;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Brings the sample program into force the way that a marketer would, over the API. */
final class Publication {

    private static final String PATH = "/v1/programs/" + Sample.PROGRAM;
    private static final String JSON = "application/json";

    private final PlatformClient client;

    Publication(PlatformClient client) {
        this.client = client;
    }

    /**
     * Publishes the program; one that is in force already stays as it is.
     *
     * @return the version in force
     */
    int publish(Sample sample) throws IOException {
        check(client.put(PATH, JSON, bytes("{\"name\":\"" + Sample.NAME + "\"}")));
        byte[] document = Files.readAllBytes(sample.document());
        check(client.put(PATH + "/draft", "application/yaml", document));
        Answer published = check(client.post(PATH + "/versions", JSON, new byte[0]));
        return published.body().path("version").asInt();
    }

    private static Answer check(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new CommandFailure(
                    "Expected the sample program to be published, but got %d: %s"
                            .formatted(answer.status(), answer.detail()));
        }
        return answer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
