package dev.laurel.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * The broker's configuration: one node that is broker and controller, sized for one machine.
 *
 * <p>An acknowledged record is in the page cache of the operating system: it survives the end of
 * this process however it ends ({@code kill -9} included), and not a power failure within the
 * seconds until the kernel writes it. A cluster covers that with replicas; forcing every batch to
 * the disk here would cost more than it gives on a single disk that can fail as well.
 */
final class BrokerProperties {

    static final int NODE = 1;
    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private BrokerProperties() {}

    /**
     * @param session for how long the broker may be silent before the controller takes it for dead
     */
    static Properties of(Path logs, String host, int port, int controllerPort, Duration session) {
        Properties properties = new Properties();
        quorum(properties, controllerPort, session);
        listeners(properties, host, port, controllerPort);
        properties.put("log.dirs", logs.toString());
        properties.put("auto.create.topics.enable", "false");
        internalTopics(properties);
        sizes(properties);
        return properties;
    }

    private static void quorum(Properties properties, int controllerPort, Duration session) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("broker.session.timeout.ms", Long.toString(session.toMillis()));
        properties.put("broker.heartbeat.interval.ms", "500");
    }

    private static void listeners(
            Properties properties, String host, int port, int controllerPort) {
        String clients = CLIENTS + "://" + host + ":" + port;
        properties.put("listeners", clients + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", clients);
        properties.put("inter.broker.listener.name", CLIENTS);
        properties.put(
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    private static void internalTopics(Properties properties) {
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        properties.put("transaction.state.log.num.partitions", "3");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void sizes(Properties properties) {
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("queued.max.requests", "64");
        properties.put("log.segment.bytes", Integer.toString(128 << 20));
        properties.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        properties.put("log.cleaner.threads", "1");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        properties.put("metadata.log.segment.bytes", Integer.toString(16 << 20));
        properties.put("metadata.max.retention.bytes", Integer.toString(32 << 20));
    }
}
