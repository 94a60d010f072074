package dev.laurel.benchmarks.platform;

import dev.laurel.benchmarks.http.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./laurel up} as a process of its own, on a data folder of its own. */
public final class Platform implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOP_WITHIN = Duration.ofMinutes(1);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Process launcher;
    private final URI gateway;
    private final Duration startUp;
    private final Endpoints endpoints;
    private final ProcessHandle database;

    private Platform(
            Process launcher,
            URI gateway,
            Duration startUp,
            Endpoints endpoints,
            ProcessHandle database) {
        this.launcher = launcher;
        this.gateway = gateway;
        this.startUp = startUp;
        this.endpoints = endpoints;
        this.database = database;
    }

    /**
     * Starts the platform and returns once it says that it is up and serves.
     *
     * @param home the folder of the {@code laurel} script
     * @param data the folder for the platform's data; a commit is on the disk
     * @param port the gateway's port
     * @throws IllegalStateException if it does not start; its output is in the message
     */
    public static Platform start(Path home, Path data, int port)
            throws IOException, InterruptedException, SQLException {
        URI gateway = URI.create("http://127.0.0.1:" + port);
        Path log = data.resolveSibling(data.getFileName() + ".log");
        long start = System.nanoTime();
        Process launcher =
                new ProcessBuilder(
                                home.resolve("laurel").toString(),
                                "up",
                                "--data",
                                data.toString(),
                                "--port",
                                Integer.toString(port))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        launcher.getOutputStream().close();
        try {
            awaitReady(launcher, gateway, log);
            Duration startUp = Duration.ofNanos(System.nanoTime() - start);
            Endpoints endpoints = Endpoints.read(log, data);
            return new Platform(launcher, gateway, startUp, endpoints, endpoints.databaseProcess());
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            stop(launcher);
            throw e;
        }
    }

    /** Where the public API is. */
    public URI gateway() {
        return gateway;
    }

    /** From starting the process to the platform being ready. */
    public Duration startUp() {
        return startUp;
    }

    /** How to reach broker and database. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** The JVM with broker and services. */
    public ProcessHandle jvm() {
        return launcher.toHandle();
    }

    /** The JVM and the database's processes. */
    public List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        processes.add(jvm());
        processes.addAll(databaseProcesses());
        return processes;
    }

    /** The processes of the database server. */
    public List<ProcessHandle> databaseProcesses() {
        return Stream.concat(Stream.of(database), database.children()).toList();
    }

    /** Processor time so far, of the JVM and of the database's processes. */
    public ProcessorTime processorTime() {
        return new ProcessorTime(
                ProcessUse.processorTime(jvm()),
                databaseProcesses().stream()
                        .map(ProcessUse::processorTime)
                        .reduce(Duration.ZERO, Duration::plus),
                ProcessUse.processorTime(ProcessHandle.current()));
    }

    /** Processor time by thread of the JVM since it started. */
    public ThreadTimes threadTimes() throws IOException {
        return ThreadTimes.of(jvm());
    }

    private static void awaitReady(Process launcher, URI gateway, Path log)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Server server = new Server(gateway)) {
            while (!Endpoints.arePrinted(log) || !isReady(server)) {
                boolean late = System.nanoTime() - start > START_WITHIN.toNanos();
                if (late || !launcher.isAlive()) {
                    throw new IllegalStateException(
                            "Expected the platform to be ready within %s, but it %s; see %s."
                                    .formatted(START_WITHIN, late ? "is not" : "ended", log));
                }
                Thread.sleep(INTERVAL);
            }
        }
    }

    private static boolean isReady(Server server) {
        try {
            return server.get("/actuator/health/readiness").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops it cleanly. */
    @Override
    public void close() {
        stop(launcher);
    }

    private static void stop(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
