package dev.laurel.standalone.platform;

import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.EmbeddedInfrastructureException;
import dev.laurel.embedded.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, database and all services in this process. The services are the same applications that
 * run one by one elsewhere; only their command lines differ. May be closed by another thread while
 * it starts.
 */
public final class Platform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final DataFolder folder;
    private final PlatformSettings settings;
    private final Object infrastructureLock = new Object();
    private final List<RunningService> running = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Infrastructure infrastructure;

    /**
     * A platform that does not run yet.
     *
     * @param folder everything that the platform keeps; it unlocks the folder when it is closed
     */
    public Platform(DataFolder folder, PlatformSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Starts everything and returns once all services serve.
     *
     * @throws PlatformException if anything does not start; the platform is closed then
     */
    public void start() {
        try {
            requireFree(settings.listen(), settings.port());
            startServices(startInfrastructure());
        } catch (Exception e) {
            boolean stopped = closed.get();
            close();
            throw stopped ? new PlatformException("Stopped while starting.", e) : known(e);
        }
    }

    /** Where the gateway is. */
    public URI url() {
        String host = settings.listen().equals("0.0.0.0") ? "127.0.0.1" : settings.listen();
        return URI.create("http://" + host + ":" + settings.port());
    }

    /** Where the broker is, for tools that write or read topics themselves. */
    public String bootstrapServers() {
        return infrastructure().bootstrapServers();
    }

    /** The database that all services share. */
    public String jdbcUrl() {
        return infrastructure().jdbcUrl();
    }

    /** Who may read and write the database. */
    public String databaseUsername() {
        return infrastructure().username();
    }

    /** That user's password. */
    public String databasePassword() {
        return infrastructure().password();
    }

    /** Stops the gateway, then the services behind it, then broker and database. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stopServices(service -> service == Service.GATEWAY);
        stopServices(service -> service != Service.GATEWAY);
        synchronized (infrastructureLock) {
            if (infrastructure != null) {
                stop(infrastructure);
            }
        }
        folder.close();
    }

    private Infrastructure startInfrastructure() throws Exception {
        synchronized (infrastructureLock) {
            if (closed.get()) {
                throw new IllegalStateException("Closed before it started.");
            }
            Infrastructure started = Infrastructure.start(folder, settings);
            infrastructure = started;
            return started;
        }
    }

    private void startServices(Infrastructure started) throws Exception {
        Arguments arguments = new Arguments(folder.path(), started, ports(), settings);
        try (SideBySide work = new SideBySide()) {
            for (Service service : Service.values()) {
                work.fork(() -> startService(service, arguments.of(service)));
            }
            work.join();
        }
    }

    private Service startService(Service service, List<String> arguments) {
        try {
            RunningService started = RunningService.start(service, arguments);
            running.add(started);
            return service;
        } catch (Exception e) {
            LOG.atInfo().setCause(e).log("{} did not start", service.id());
            throw new PlatformException(
                    "Expected %s to start, but: %s".formatted(service.id(), rootMessage(e)), e);
        }
    }

    private Infrastructure infrastructure() {
        Infrastructure started = infrastructure;
        if (started == null) {
            throw new IllegalStateException("Expected a platform that has started.");
        }
        return started;
    }

    private Map<Service, Integer> ports() {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        Arrays.stream(Service.values())
                .forEach(service -> ports.put(service, LoopbackPorts.free()));
        ports.put(Service.GATEWAY, settings.port());
        return ports;
    }

    private void stopServices(Predicate<Service> which) {
        try (SideBySide work = new SideBySide()) {
            for (RunningService service : running) {
                if (which.test(service.service())) {
                    work.fork(() -> stop(service));
                }
            }
        }
    }

    private static Service stop(RunningService service) {
        try {
            service.stop();
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("{} did not stop cleanly", service.service().id());
        }
        return service.service();
    }

    private static void stop(Infrastructure infrastructure) {
        try {
            infrastructure.stop();
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("Broker and database did not stop cleanly");
        }
    }

    private static PlatformException known(Exception failure) {
        if (failure instanceof PlatformException already) {
            return already;
        }
        String message =
                failure instanceof EmbeddedInfrastructureException
                        ? String.valueOf(failure.getMessage())
                        : "Laurel did not start: " + rootMessage(failure);
        return new PlatformException(message, failure);
    }

    private static void requireFree(String listen, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(listen), port));
        } catch (IOException e) {
            throw new PlatformException(
                    "Expected %s:%d to be free to listen on, but: %s. Choose another port with --port."
                            .formatted(listen, port, e.getMessage()),
                    e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
