package dev.laurel.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.laurel.contracts.Topic;
import dev.laurel.testinfra.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicProvisionerIT {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", TestBroker.bootstrapServers());

    @Test
    void createsATopicAndItsDeadLettersAsTheContractSays() throws Exception {
        // Given
        Topic<String> kept = kept("provision-kept");
        Topic<String> compacted =
                new Topic<>(
                        "provision-compacted",
                        Topic.Key.PROGRAM,
                        String.class,
                        Topic.Cleanup.COMPACT,
                        null,
                        "test",
                        Set.of());

        // When
        new TopicProvisioner(BROKER, 4, 1).ensure(List.of(kept, compacted));

        // Then
        assertThat(partitions("provision-kept")).isEqualTo(4);
        assertThat(partitions("provision-compacted")).isEqualTo(4);
        assertThat(partitions("provision-kept.dlq")).isEqualTo(1);
        assertThat(config("provision-kept", "retention.ms")).isEqualTo("259200000");
        assertThat(config("provision-kept", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("provision-compacted", "cleanup.policy")).isEqualTo("compact");
        assertThat(config("provision-compacted", "max.compaction.lag.ms")).isEqualTo("86400000");
        assertThat(config("provision-compacted", "delete.retention.ms")).isEqualTo("1209600000");
        assertThat(config("provision-compacted.dlq", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("provision-compacted.dlq", "retention.ms"))
                .isEqualTo(Long.toString(Duration.ofDays(28).toMillis()));
    }

    @Test
    void letsSeveralServicesStartAtOnce() throws Exception {
        // Given
        List<Topic<String>> topics =
                IntStream.range(0, 5).mapToObj(i -> kept("provision-shared-" + i)).toList();

        // When
        CompletableFuture.allOf(
                        Stream.generate(() -> new TopicProvisioner(BROKER, 3, 1))
                                .limit(6)
                                .map(each -> CompletableFuture.runAsync(() -> each.ensure(topics)))
                                .toArray(CompletableFuture<?>[]::new))
                .join();

        // Then
        assertThat(names()).containsAll(topics.stream().map(Topic::name).toList());
    }

    @Test
    void refusesATopicWithAnotherNumberOfPartitions() {
        // Given
        List<Topic<String>> topics = List.of(kept("provision-other"));
        new TopicProvisioner(BROKER, 3, 1).ensure(topics);

        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> new TopicProvisioner(BROKER, 12, 1).ensure(topics))
                .withMessageStartingWith(
                        "Expected topic provision-other to have 12 partitions"
                                + " (laurel.topics.partitions), but it has 3.");
    }

    @Test
    void saysWhichBrokerDoesNotAnswer() {
        // Given
        TopicProvisioner provisioner =
                new TopicProvisioner(
                        Map.of("bootstrap.servers", "localhost:1"), 3, 1, Duration.ofSeconds(2));

        // Then
        assertThatExceptionOfType(TopicsUnavailable.class)
                .isThrownBy(() -> provisioner.ensure(List.of(kept("provision-nowhere"))))
                .withMessageStartingWith(
                        "Expected the Kafka broker at localhost:1 to answer within PT2S,"
                                + " but it did not");
    }

    @Test
    void passesOnWhyTheBrokerRefuses() {
        assertThatExceptionOfType(TopicsUnavailable.class)
                .isThrownBy(() ->
                        new TopicProvisioner(BROKER, 3, 7)
                                .ensure(List.of(kept("provision-copies"))))
                .withMessageContaining("to create topic provision-copies")
                .withMessageContaining(", but it refused: ")
                .withMessageContaining("replication factor");
    }

    private static Topic<String> kept(String name) {
        return new Topic<>(
                name,
                Topic.Key.MEMBER,
                String.class,
                Topic.Cleanup.DELETE,
                Duration.ofDays(3),
                "test",
                Set.of());
    }

    private static int partitions(String topic) throws Exception {
        try (Admin admin = Admin.create(BROKER)) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
        }
    }

    private static String config(String topic, String name) throws Exception {
        try (Admin admin = Admin.create(BROKER)) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(List.of(resource)).all().get();
            return configs.values().iterator().next().get(name).value();
        }
    }

    private static Set<String> names() throws Exception {
        try (Admin admin = Admin.create(BROKER)) {
            return admin.listTopics().names().get().stream().collect(Collectors.toSet());
        }
    }
}
