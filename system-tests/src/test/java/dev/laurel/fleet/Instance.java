package dev.laurel.fleet;

import static org.awaitility.Awaitility.await;

import dev.laurel.embedded.LoopbackPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a service: a process with a port, an environment and a folder of its own, which
 * stay the same when it is started again.
 */
final class Instance {

    private static final Duration START_WITHIN = Duration.ofMinutes(5);

    private static final Path LOGS = Path.of("target/fleet").toAbsolutePath();

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:MaxMetaspaceSize=192m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Kind kind;
    private final String name;
    private final Path folder;
    private final Map<String, String> environment;
    private final int port = LoopbackPorts.free();
    private UnpackedJar jar;
    private String version = "first";
    private @Nullable Process process;

    /**
     * @param number from 1, among those of its kind
     * @param folder for what instances write, each in a folder of its own
     * @param environment all that it is told, but for its port and its folder
     */
    Instance(Kind kind, int number, Path folder, UnpackedJar jar, Map<String, String> environment) {
        this.kind = kind;
        this.name = kind.id() + "-" + number;
        this.folder = folder.resolve(name);
        this.jar = jar;
        this.environment = Map.copyOf(environment);
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it keeps the state of evaluation, if it is a rules-service. */
    Path streamsState() {
        return folder.resolve("streams");
    }

    /** Starts it and returns at once. */
    void start() throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(LOGS);
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + kind.heapMegabytes() + "m");
        builder.command().addAll(OPTIONS);
        builder.command().addAll(List.of("-cp", jar.classPath(), jar.mainClass()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        // Clients say much at INFO, which takes processors that there are few of.
        builder.environment().put("LOGGING_LEVEL_ORG_APACHE_KAFKA_CLIENTS", "warn");
        builder.environment().put("MANAGEMENT_METRICS_TAGS_VERSION", version);
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        if (kind == Kind.RULES_SERVICE) {
            builder.environment().put("LAUREL_STREAMS_STATE_DIR", streamsState().toString());
            builder.environment().put("LAUREL_STREAMS_TRANSACTION_TIMEOUT", "10s");
            builder.environment().put("LAUREL_STREAMS_STANDBYS", "1");
            builder.environment().put("LAUREL_ADVERTISED_HOST", "127.0.0.1");
        }
        process =
                builder.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
    }

    /** Waits until it may be called. */
    void awaitReady(HttpClient client) {
        await(name + ", see " + log())
                .atMost(START_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .failFast(name + " has ended, see " + log(), () -> !running().isAlive())
                .until(() -> isReady(client));
    }

    /** As {@code kill -9} does; returns once the process is gone. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /**
     * As SIGTERM does.
     *
     * @return whether it ended within a minute; it is gone in any case
     */
    boolean stop() throws InterruptedException {
        Process stopping = running();
        stopping.destroy();
        boolean ended = stopping.waitFor(1, TimeUnit.MINUTES);
        stopping.destroyForcibly().waitFor();
        return ended;
    }

    /**
     * Stops it as an upgrade does, by SIGTERM, and starts another version in its place.
     *
     * @param label what its metrics call that version
     */
    void upgrade(UnpackedJar next, String label) throws IOException, InterruptedException {
        if (!stop()) {
            throw new AssertionError("Expected %s to end within a minute.".formatted(name));
        }
        jar = next;
        version = label;
        start();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** All that it has printed. */
    Path log() {
        return LOGS.resolve(name + ".log");
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(url().resolve("/actuator/health/readiness"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Expected " + name + " to have been started.");
        }
        return process;
    }
}
