package dev.laurel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final TopicPartition TOPIC = new TopicPartition("kept", 0);

    @TempDir Path folder;

    @Test
    void keepsItsRecordsOverARestart() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
            write(broker, "value");
        }

        // When
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
            // Then
            assertThat(read(broker)).containsExactly("value");
        }
    }

    @Test
    void keepsAcknowledgedRecordsWhenItsProcessIsKilled() throws Exception {
        // Given
        SeparateProcess.killWhenReady(KilledOwner.class, folder);

        // When
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
            // Then
            assertThat(read(broker)).containsExactly("value");
        }
    }

    @Test
    void createsNoTopicsByItself() {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
                Admin admin = Admin.create(client(broker))) {
            // When
            assertThatThrownBy(() -> admin.describeTopics(List.of("x")).allTopicNames().get())
                    // Then
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerSettings settings = new BrokerSettings(folder, "127.0.0.1", taken.getLocalPort());

            // Then
            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOf(EmbeddedInfrastructureException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("in use");
        }
    }

    private static void write(EmbeddedBroker broker, String value) throws Exception {
        try (Admin admin = Admin.create(client(broker))) {
            admin.createTopics(
                            List.of(new NewTopic(TOPIC.topic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        try (Producer<String, String> producer =
                new KafkaProducer<>(
                        client(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(
                        client(broker), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(20)).spliterator(), false)
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private static Map<String, Object> client(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    /** Has one record acknowledged and is killed. */
    static final class KilledOwner {

        private KilledOwner() {}

        static void main(String[] arguments) throws Exception {
            try (EmbeddedBroker broker =
                    EmbeddedBroker.start(BrokerSettings.in(Path.of(arguments[0])))) {
                write(broker, "value");
                SeparateProcess.readyAndWait();
            }
        }
    }
}
