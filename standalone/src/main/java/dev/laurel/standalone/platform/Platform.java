package dev.laurel.standalone.platform;

import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.EmbeddedInfrastructureException;
import dev.laurel.embedded.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, database and all services in this process. The services are the same applications that
 * run one by one elsewhere; only their command lines differ.
 */
public final class Platform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final DataFolder folder;
    private final PlatformSettings settings;
    private final Infrastructure infrastructure;
    private final List<RunningService> services;

    private Platform(
            DataFolder folder,
            PlatformSettings settings,
            Infrastructure infrastructure,
            List<RunningService> services) {
        this.folder = folder;
        this.settings = settings;
        this.infrastructure = infrastructure;
        this.services = List.copyOf(services);
    }

    /**
     * Starts everything and returns once all services serve.
     *
     * @param folder everything that the platform keeps; it unlocks the folder when it stops, or when
     *     it does not start
     * @throws PlatformException if anything does not start; what did start has been stopped then
     */
    public static Platform start(DataFolder folder, PlatformSettings settings) {
        try {
            requireFree(settings.listen(), settings.port());
            Infrastructure infrastructure = Infrastructure.start(folder, settings);
            return start(folder, settings, infrastructure);
        } catch (EmbeddedInfrastructureException | PlatformException e) {
            folder.close();
            throw new PlatformException(String.valueOf(e.getMessage()), e);
        } catch (Exception e) {
            folder.close();
            throw new PlatformException("Laurel did not start: " + rootMessage(e), e);
        }
    }

    /** Where the gateway is. */
    public URI url() {
        String host = settings.listen().equals("0.0.0.0") ? "127.0.0.1" : settings.listen();
        return URI.create("http://" + host + ":" + settings.port());
    }

    /** Where the broker is, for tools that write or read topics themselves. */
    public String bootstrapServers() {
        return infrastructure.bootstrapServers();
    }

    /** The database that all services share. */
    public String jdbcUrl() {
        return infrastructure.jdbcUrl();
    }

    /** Who may read and write the database. */
    public String databaseUsername() {
        return infrastructure.username();
    }

    /** That user's password. */
    public String databasePassword() {
        return infrastructure.password();
    }

    /** Stops all services, the last one first, then broker and database. */
    @Override
    public void close() {
        stop(services);
        stop(infrastructure);
        folder.close();
    }

    private static Platform start(
            DataFolder folder, PlatformSettings settings, Infrastructure infrastructure) {
        Arguments arguments =
                new Arguments(folder.path(), infrastructure, ports(settings), settings);
        List<SideBySide.Result<RunningService>> results = new ArrayList<>();
        try (SideBySide work = new SideBySide()) {
            for (Service service : Service.values()) {
                results.add(
                        work.fork(() -> startService(service, arguments.of(service))));
            }
            work.join();
            return new Platform(folder, settings, infrastructure, running(results));
        } catch (Exception e) {
            stop(running(results));
            stop(infrastructure);
            throw e instanceof PlatformException known
                    ? known
                    : new PlatformException("Laurel did not start: " + rootMessage(e), e);
        }
    }

    private static RunningService startService(Service service, List<String> arguments) {
        try {
            return RunningService.start(service, arguments);
        } catch (Exception e) {
            LOG.atInfo().setCause(e).log("{} did not start", service.id());
            throw new PlatformException(
                    "Expected %s to start, but: %s".formatted(service.id(), rootMessage(e)), e);
        }
    }

    private static List<RunningService> running(
            List<SideBySide.Result<RunningService>> results) {
        List<RunningService> running = new ArrayList<>();
        for (SideBySide.Result<RunningService> result : results) {
            if (result.succeeded()) {
                running.add(result.value());
            }
        }
        return running;
    }

    private static void stop(List<RunningService> services) {
        for (RunningService service : services.reversed()) {
            try {
                service.stop();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("{} did not stop cleanly", service.service().id());
            }
        }
    }

    private static void stop(Infrastructure infrastructure) {
        try {
            infrastructure.stop();
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("Broker and database did not stop cleanly");
        }
    }

    private static Map<Service, Integer> ports(PlatformSettings settings) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        Arrays.stream(Service.values())
                .forEach(service -> ports.put(service, LoopbackPorts.free()));
        ports.put(Service.GATEWAY, settings.port());
        return ports;
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
