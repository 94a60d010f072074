package dev.laurel.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.FakePlatform;
import dev.laurel.cli.Shell;
import dev.laurel.cli.Shell.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

    private static final String GOOD =
            "{\"id\": \"1\", \"type\": \"visit\", \"subject\": \"ann\"}\n";

    @TempDir private Path folder;

    private final FakePlatform platform = new FakePlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void sendsACompressedFileAndWaits() throws IOException {
        // Given
        platform.hasStatus(
                "{\"settled\": false, \"readers\": [{\"group\": \"laurel-rules\", \"lag\": 1}]}",
                "{\"settled\": true}");

        // When
        Run run = replay(compressed(GOOD), "--wait");

        // Then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Sent 1 events in", "1 accepted, 0 refused.")
                .contains("Everything is decided, posted and passed on.");
        assertThat(platform.received()).hasSize(1);
    }

    @Test
    void endsWithOneWhenAnEventWasRefused() throws IOException {
        // When
        Run run = replay(plain(GOOD + GOOD.replace("visit", "bad")));

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("1 accepted, 1 refused.", "1 unknown-event-type", "line 2");
    }

    @Test
    void endsWithOneWhenTheFileIsMissing() {
        Run run = replay(folder.resolve("missing.ndjson"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Expected a file of events, but there is none at");
    }

    @Test
    void endsWithOneWhenTheFileIsCutOff() throws IOException {
        // Given
        Path file = compressed(GOOD.repeat(1_000));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        // When
        Run run = replay(file);

        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is cut off or damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--program=Not a program", "--concurrency=0", "--concurrency=65", "--x"})
    void endsWithTwoForWrongUsage(String option) throws IOException {
        assertThat(replay(plain(GOOD), option).exitCode()).isEqualTo(2);
    }

    @Test
    void explainsItself() {
        Run run = Shell.run(new ReplayCommand(), "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("--program", "--import", "--wait", "Exit code");
    }

    private Run replay(Path file, String... more) {
        String[] arguments = new String[more.length + 3];
        System.arraycopy(more, 0, arguments, 3, more.length);
        arguments[0] = file.toString();
        arguments[1] = "--url=" + platform.address();
        arguments[2] =
                java.util.Arrays.stream(more).anyMatch(it -> it.startsWith("--program"))
                        ? "--concurrency=2"
                        : "--program=shop";
        return Shell.run(new ReplayCommand(), arguments);
    }

    private Path plain(String text) throws IOException {
        return Files.writeString(folder.resolve("events.ndjson"), text);
    }

    private Path compressed(String text) throws IOException {
        Path file = folder.resolve("events.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
