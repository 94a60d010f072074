package dev.laurel.benchmarks.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.benchmarks.http.Answer;
import dev.laurel.benchmarks.http.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a program document into force. */
public final class SampleProgram {

    private static final String JSON = "application/json";

    private final Server gateway;
    private final String program;

    /**
     * @param gateway where the platform is
     * @param program the program's id, as in the document
     */
    public SampleProgram(Server gateway, String program) {
        this.gateway = gateway;
        this.program = "/v1/programs/" + program;
    }

    /**
     * Creates the program and publishes the document.
     *
     * @throws IllegalStateException if the platform refuses it
     */
    public void publish(Path document) throws IOException {
        byte[] name = "{\"name\":\"Benchmark\"}".getBytes(UTF_8);
        expectSuccess(gateway.put(program, JSON, name));
        expectSuccess(
                gateway.put(program + "/draft", "application/yaml", Files.readAllBytes(document)));
        expectSuccess(gateway.post(program + "/versions", JSON, new byte[0]));
    }

    private void expectSuccess(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(
                    "Expected to publish %s, but got %s".formatted(program, answer));
        }
    }
}
