package dev.laurel.testinfra;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics for tests that don't start the service that owns them. */
public final class TestTopics {

    private TestTopics() {}

    /**
     * Creates topics with {@link TestProperties#PARTITIONS} each; one that exists stays as it is.
     */
    public static void create(String... names) {
        List<NewTopic> topics =
                Arrays.stream(names)
                        .map(name ->
                                new NewTopic(
                                        name,
                                        Optional.of(TestProperties.PARTITIONS),
                                        Optional.empty()))
                        .toList();
        try (Admin admin =
                Admin.create(
                        Map.<String, Object>of(
                                "bootstrap.servers", TestBroker.bootstrapServers()))) {
            for (var created : admin.createTopics(topics).values().values()) {
                created.get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Could not create " + topics + ".", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating " + topics + ".", e);
        }
    }
}
