package dev.laurel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a main class of the tests in a process of its own, which is killed without a warning. */
final class SeparateProcess {

    private static final String READY = "ready";

    private SeparateProcess() {}

    /** Starts it, waits until it is ready, and kills it as {@code kill -9} does. */
    static void killWhenReady(Class<?> main, Path folder) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx256m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        main.getName(),
                                        folder.toString()))
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().anyMatch(READY::equals)).isTrue();
            process.destroyForcibly().waitFor();
        }
    }

    /** For the main class: says that it is ready, and waits to be killed. */
    static void readyAndWait() throws InterruptedException {
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
