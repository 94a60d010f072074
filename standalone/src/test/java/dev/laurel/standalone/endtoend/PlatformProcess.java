package dev.laurel.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.standalone.LaurelCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** {@code laurel up} in a process of its own, which can be killed. */
final class PlatformProcess {

    private static final String UP = "Laurel is up at ";
    private static final String DATABASE = "Database: ";
    private static final String LAST_LINE = "Ctrl-C stops it.";

    private final Process process;
    private final Path data;
    private final List<String> output;

    private PlatformProcess(Process process, Path data, List<String> output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    /** Starts it and waits until it is up. */
    static PlatformProcess start(Path data, int port) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx768m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LaurelCommand.class.getName(),
                                "up",
                                "--data",
                                data.toString(),
                                "--port",
                                Integer.toString(port))
                        .start();
        List<String> errors = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> readErrors(process, errors));
        List<String> output = new ArrayList<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.equals(LAST_LINE)) {
            output.add(line);
            line = lines.readLine();
        }
        assertThat(line)
                .as(() -> String.join("\n", output) + String.join("\n", errors) + logIn(data))
                .isEqualTo(LAST_LINE);
        return new PlatformProcess(process, data, output);
    }

    URI url() {
        return URI.create(after(UP).replaceFirst(" .*", ""));
    }

    EndState.Database database() throws IOException {
        return new EndState.Database(
                after(DATABASE), "laurel", Files.readString(data.resolve("database/password")));
    }

    /** As {@code kill -9} does; returns once the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * As Ctrl-C does.
     *
     * @return the process's exit code
     */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    private static void readErrors(Process process, List<String> errors) {
        process.errorReader(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    System.err.println(line);
                    errors.add(line);
                });
    }

    /** The end of the log, where it says why a start failed. */
    private static String logIn(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("logs/laurel.log"))) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 200), all.size()));
        } catch (IOException e) {
            return "No log: " + e;
        }
    }

    private String after(String start) {
        return output.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }
}
