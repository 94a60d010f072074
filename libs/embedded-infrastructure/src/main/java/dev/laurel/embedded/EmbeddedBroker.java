package dev.laurel.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A single-node Kafka cluster in this process. Topics are created by those who own them, never by
 * writing to them.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker and returns once clients can connect.
     *
     * @throws EmbeddedInfrastructureException if it can't start, for example because the port is
     *     taken; nothing is left running then
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        int port = settings.port() == 0 ? LoopbackPorts.free() : settings.port();
        Path logs = settings.folder().toAbsolutePath();
        Properties properties =
                BrokerProperties.of(logs, settings.host(), port, LoopbackPorts.free());
        format(logs);
        KafkaRaftServer server;
        try {
            server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        } catch (RuntimeException e) {
            throw notStarted(settings.host(), port, e);
        }
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw notStarted(settings.host(), port, e);
        }
        return new EmbeddedBroker(server, settings.host() + ":" + port);
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker; what it has acknowledged is there at the next start. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static EmbeddedInfrastructureException notStarted(
            String host, int port, RuntimeException cause) {
        return new EmbeddedInfrastructureException(
                "Expected a broker on %s:%d, but it did not start: %s"
                        .formatted(host, port, rootMessage(cause)),
                cause);
    }

    private static void format(Path logs) {
        try {
            if (Files.exists(logs.resolve("meta.properties"))) {
                return;
            }
            Files.createDirectories(logs);
            new Formatter()
                    .setPrintStream(discard())
                    .setNodeId(BrokerProperties.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setMetadataLogDirectory(logs.toString())
                    .addDirectory(logs.toString())
                    // A first start that was killed half way through is formatted again.
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new EmbeddedInfrastructureException(
                    "Expected a folder for the broker, but %s: %s".formatted(logs, e), e);
        }
    }

    private static PrintStream discard() {
        return new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static String rootMessage(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
