package dev.laurel.topics;

import dev.laurel.contracts.Topic;
import dev.laurel.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics that a service needs and that are not there yet. Several services may do so at
 * the same time for the same topics.
 */
public final class TopicProvisioner {

    /**
     * After that compacted topics have no older value of a key any more; by itself the broker
     * leaves the last file of a quiet topic as it is, with what erased members had.
     */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /** How long a reader may be away and still learn that a key is gone. */
    private static final Duration TOMBSTONES = Duration.ofDays(14);

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofMillis(100);

    private final Map<String, Object> adminConfig;
    private final int partitions;
    private final short replication;
    private final Duration timeout;

    /** Waits up to a minute for the broker. */
    public TopicProvisioner(Map<String, ?> adminConfig, int partitions, int replication) {
        this(adminConfig, partitions, replication, DEFAULT_TIMEOUT);
    }

    /**
     * A provisioner for one installation.
     *
     * @param adminConfig how to reach the broker, as Kafka's admin client takes it
     * @param partitions partitions of every topic, dead letters apart, which have one
     * @param replication copies of every partition
     * @param timeout how long to wait for a broker that does not answer
     */
    public TopicProvisioner(
            Map<String, ?> adminConfig, int partitions, int replication, Duration timeout) {
        if (partitions < 1 || replication < 1) {
            throw new IllegalArgumentException(
                    "Expected at least 1 partition and 1 copy, but they were %d and %d."
                            .formatted(partitions, replication));
        }
        this.adminConfig = new HashMap<>(adminConfig);
        this.adminConfig.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(timeout));
        this.adminConfig.put(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(millis(timeout), 10_000));
        this.partitions = partitions;
        this.replication = (short) replication;
        this.timeout = timeout;
    }

    /**
     * Sees to it that the topics and their dead letters exist.
     *
     * @throws TopicsUnavailable when the broker does not answer in time or refuses
     * @throws IllegalStateException when a topic exists with another number of partitions
     */
    public void ensure(Collection<? extends Topic<?>> topics) {
        try (Admin admin = Admin.create(adminConfig)) {
            create(admin, topics);
            check(admin, topics);
        }
    }

    private void create(Admin admin, Collection<? extends Topic<?>> topics) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic<?> topic : topics) {
            wanted.add(
                    new NewTopic(topic.name(), partitions, replication).configs(configOf(topic)));
            wanted.add(
                    new NewTopic(topic.deadLetters(), 1, replication)
                            .configs(kept(Topics.DEAD_LETTER_RETENTION)));
        }
        admin.createTopics(wanted, new CreateTopicsOptions().timeoutMs(millis(timeout)))
                .values()
                .forEach((name, created) -> {
                    try {
                        await("create topic " + name, created);
                    } catch (TopicsUnavailable failure) {
                        if (!(failure.getCause() instanceof TopicExistsException)) {
                            throw failure;
                        }
                    }
                });
    }

    private void check(Admin admin, Collection<? extends Topic<?>> topics) {
        List<String> names = topics.stream().<String>map(Topic::name).toList();
        Map<String, TopicDescription> found = describe(admin, names);
        found.forEach((name, description) -> {
            int actual = description.partitions().size();
            if (actual != partitions) {
                throw new IllegalStateException(
                        "Expected topic %s to have %d partitions (laurel.topics.partitions), but it has %d. The number cannot change once there are members."
                                .formatted(name, partitions, actual));
            }
        });
    }

    private Map<String, TopicDescription> describe(Admin admin, List<String> names) {
        long giveUpAt = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                return await(
                        "describe topics " + names,
                        admin.describeTopics(
                                        names,
                                        new DescribeTopicsOptions().timeoutMs(millis(timeout)))
                                .allTopicNames());
            } catch (TopicsUnavailable failure) {
                // Another broker than the one that created a topic may not know of it yet.
                if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)
                        || System.nanoTime() - giveUpAt > 0) {
                    throw failure;
                }
                LockSupport.parkNanos(RETRY_AFTER.toNanos());
            }
        }
    }

    private <T> T await(String what, KafkaFuture<T> future) {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
            throw new TopicsUnavailable(message(what, cause), cause);
        } catch (TimeoutException failure) {
            throw new TopicsUnavailable(message(what, failure), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TopicsUnavailable("Interrupted while waiting to " + what + ".", interrupted);
        }
    }

    private String message(String what, Throwable cause) {
        Object servers = adminConfig.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        return cause instanceof RetriableException || cause instanceof TimeoutException
                ? "Expected the Kafka broker at %s to answer within %s, but it did not (%s: %s)."
                        .formatted(servers, timeout, what, cause.getMessage())
                : "Expected the Kafka broker at %s to %s, but it refused: %s"
                        .formatted(servers, what, cause.getMessage());
    }

    private static Map<String, String> configOf(Topic<?> topic) {
        Duration retention = topic.retention();
        return retention == null ? compacted() : kept(retention);
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(FORGOTTEN_AFTER.toMillis()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(TOMBSTONES.toMillis()));
    }

    private static Map<String, String> kept(Duration retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()));
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
