package dev.laurel.standalone.up;

import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.Folders;
import dev.laurel.embedded.ScratchFolders;
import dev.laurel.standalone.logging.PlatformLog;
import dev.laurel.standalone.platform.Platform;
import dev.laurel.standalone.platform.PlatformSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
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
        PlatformSettings settings = options.settings();
        DataFolder data =
                options.ephemeral
                        ? ScratchFolders.create("laurel-ephemeral-")
                        : DataFolder.open(options.data);
        Session session = new Session(options, data.path(), out);
        session.start(data, settings);
        return session;
    }

    /** Where the platform's API is. */
    public URI url() {
        return Objects.requireNonNull(platform).url();
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

    private void start(DataFolder folder, PlatformSettings settings) throws IOException {
        long began = System.nanoTime();
        PlatformLog.start(data.resolve("logs/laurel.log"), options.verbose);
        Platform starting = new Platform(folder, settings);
        platform = starting;
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtExit, "laurel-shutdown"));
        say("Starting Laurel ...");
        try {
            starting.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        say("Laurel is up at %s after %.1f s.".formatted(starting.url(), seconds(took)));
        say("Broker: " + starting.bootstrapServers());
        say("Database: " + starting.jdbcUrl());
        say("Data and log: " + data + (options.ephemeral ? " (deleted at the end)" : ""));
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
