package dev.laurel.standalone.up;

import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.Folders;
import dev.laurel.standalone.logging.PlatformLog;
import dev.laurel.standalone.platform.Platform;
import dev.laurel.standalone.platform.PlatformSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A platform that was started from the command line. It is stopped once: by {@link #close()}, or by
 * Ctrl-C or SIGTERM, whichever comes first.
 */
public final class Session implements AutoCloseable {

    private final UpOptions options;
    private final Path data;
    private final PrintWriter out;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile @Nullable Platform platform;

    private Session(UpOptions options, Path data, PrintWriter out) {
        this.options = options;
        this.data = data;
        this.out = out;
    }

    /** Starts the platform and says where it is. */
    public static Session start(UpOptions options, PrintWriter out) throws IOException {
        Path data =
                options.ephemeral
                        ? Files.createTempDirectory("laurel-")
                        : options.data.toAbsolutePath().normalize();
        Session session = new Session(options, data, out);
        session.start();
        return session;
    }

    /** Where the platform's API is. */
    public URI url() {
        return platform().url();
    }

    private Platform platform() {
        Platform running = platform;
        if (running == null) {
            throw new IllegalStateException("Expected a running platform, but it has stopped.");
        }
        return running;
    }

    /** Returns once the platform has been stopped. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() throws IOException {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        Platform running = platform;
        if (running != null) {
            say("Stopping ...");
            running.close();
            say("Stopped." + (options.ephemeral ? "" : " Everything is kept in " + data + "."));
        }
        if (options.ephemeral) {
            Folders.delete(data);
        }
        stopped.countDown();
    }

    private void start() throws IOException {
        long began = System.nanoTime();
        DataFolder folder = DataFolder.open(data);
        PlatformLog.start(data.resolve("logs/laurel.log"), options.verbose);
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtExit, "laurel-shutdown"));
        say("Starting Laurel ...");
        try {
            platform =
                    Platform.start(
                            folder,
                            new PlatformSettings(options.listen, options.port, durability()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        say("Laurel is up at %s after %.1f s.".formatted(platform().url(), seconds(took)));
        say("Broker: " + platform().bootstrapServers());
        say("Database: " + platform().jdbcUrl());
        say("Data and log: " + data + (options.ephemeral ? " (deleted at the end)" : ""));
    }

    private DatabaseSettings.Durability durability() {
        return options.ephemeral
                ? DatabaseSettings.Durability.NONE
                : DatabaseSettings.Durability.DISK;
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            say("Could not delete " + data + ": " + e.getMessage());
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
