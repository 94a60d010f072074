package dev.laurel.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A single-node Kafka cluster in this process. Topics are created by those who own them, never by
 * writing to them.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** Long enough for a machine that has far too much to do. */
    private static final Duration SESSION = Duration.ofSeconds(18);

    /** Just over before the fifth attempt to register, which comes after 1.5 s. */
    private static final Duration SHORT_SESSION = Duration.ofMillis(1_400);

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

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
        Path logs = settings.folder().toAbsolutePath();
        if (Files.exists(logs.resolve("meta.properties"))) {
            if (!Files.exists(logs.resolve(".kafka_cleanshutdown"))) {
                forgetKilled(logs);
            }
        } else {
            format(logs);
        }
        return start(settings, SESSION);
    }

    /**
     * A broker that was killed stays registered until its session is over, and the next one waits
     * for it. To wait for little, a broker with a short session takes its place, recovers the logs,
     * and signs off. Where a machine is too slow for such a session, the next broker waits after
     * all, and says so if anything else is wrong.
     */
    private static void forgetKilled(Path logs) {
        try {
            start(BrokerSettings.in(logs), SHORT_SESSION).close();
        } catch (EmbeddedInfrastructureException tooSlow) {
            LOG.atInfo().setCause(tooSlow).log("Waiting for the session of the killed broker");
        }
    }

    private static EmbeddedBroker start(BrokerSettings settings, Duration session) {
        int port = settings.port() == 0 ? LoopbackPorts.free() : settings.port();
        Properties properties =
                BrokerProperties.of(
                        settings.folder().toAbsolutePath(),
                        settings.host(),
                        port,
                        LoopbackPorts.free(),
                        session);
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
