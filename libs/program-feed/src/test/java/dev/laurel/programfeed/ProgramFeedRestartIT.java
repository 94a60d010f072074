package dev.laurel.programfeed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.EmbeddedBroker;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.TopicProvisioner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ProgramFeedRestartIT {

    private static final RecordCodec CODEC = new RecordCodec();

    @TempDir Path folder;

    @Test
    void goesOnWhereItWasWhenTheBrokerComesBack() throws Exception {
        // Given
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        new TopicProvisioner(config, 2, 1).ensure(List.of(Topics.PROGRAMS));
        publish(config, 1);
        try (ProgramFeed feed = new ProgramFeed(config, CODEC)) {
            feed.start();
            broker.close();
            assertThat(feed.catchUp(Duration.ofSeconds(1))).isFalse();
            assertThat(feed.find("club")).isPresent();

            // When
            broker = EmbeddedBroker.start(new BrokerSettings(folder, "127.0.0.1", port(broker)));
            publish(config, 2);

            // Then
            assertThat(feed.awaitVersion("club", 2, Duration.ofMinutes(1))).isTrue();
            assertThat(feed.catchUp(Duration.ofMinutes(1))).isTrue();
        } finally {
            broker.close();
        }
    }

    private static int port(EmbeddedBroker broker) {
        String address = broker.bootstrapServers();
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static void publish(Map<String, Object> config, int version) throws Exception {
        PublishedProgram published =
                new PublishedProgram("club", version, "00", Instant.EPOCH, Map.of());
        try (var producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.PROGRAMS.name(),
                                    "club".getBytes(UTF_8),
                                    CODEC.write(published)))
                    .get();
        }
    }
}
