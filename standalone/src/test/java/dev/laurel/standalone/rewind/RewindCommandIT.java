package dev.laurel.standalone.rewind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.EmbeddedBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RewindCommandIT {

    private static final String TOPIC = "rewound";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path data;
    private EmbeddedBroker broker;

    @BeforeEach
    void send() throws Exception {
        broker = start();
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(settings);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            for (String text : List.of("a", "b", "c")) {
                producer.send(new ProducerRecord<>(TOPIC, text.getBytes(UTF_8))).get();
            }
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void letsAGroupReadAllOfItAgain() {
        // Given
        assertThat(read("stopped")).containsExactly("a", "b", "c");
        assertThat(read("stopped")).isEmpty();

        // When
        int exit = execute("--kafka", broker.bootstrapServers(), "stopped", "unheard-of");

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "stopped reads 3 records of rewound again",
                        "unheard-of has read nothing yet");
        assertThat(read("stopped")).containsExactly("a", "b", "c");
    }

    @Test
    void findsTheBrokerOfAPlatformThatIsStopped() {
        // Given
        assertThat(read("stopped")).containsExactly("a", "b", "c");
        broker.close();

        // When
        int exit = execute("--data", data.toString(), "stopped");

        // Then
        broker = start();
        assertThat(exit).as(err.toString()).isZero();
        assertThat(read("stopped")).containsExactly("a", "b", "c");
    }

    @Test
    void leavesAGroupAloneThatSomebodyReadsIn() {
        // Given
        try (KafkaConsumer<String, String> reading = consumer("running")) {
            assertThat(poll(reading)).containsExactly("a", "b", "c");
            reading.commitSync();

            // When
            int exit = execute("--kafka", broker.bootstrapServers(), "running");

            // Then
            assertThat(exit).isNotZero();
            assertThat(err.toString()).contains("stop its service first");
        }
        assertThat(read("running")).isEmpty();
    }

    @Test
    void neverDecidesAgain() {
        assertThat(execute("--kafka", broker.bootstrapServers(), "laurel-rules")).isEqualTo(2);
        assertThat(err.toString()).contains("every event a duplicate");
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(BrokerSettings.in(data.resolve("broker")));
    }

    private int execute(String... arguments) {
        return new CommandLine(new RewindCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private List<String> read(String group) {
        try (KafkaConsumer<String, String> consumer = consumer(group)) {
            List<String> texts = poll(consumer);
            consumer.commitSync();
            return texts;
        }
    }

    /** All that is left to read, once the group's partition is this consumer's. */
    private static List<String> poll(KafkaConsumer<String, String> consumer) {
        consumer.subscribe(List.of(TOPIC));
        List<String> texts = new ArrayList<>();
        while (consumer.assignment().isEmpty()) {
            add(texts, consumer);
        }
        long end = consumer.endOffsets(consumer.assignment()).values().iterator().next();
        while (consumer.position(consumer.assignment().iterator().next()) < end) {
            add(texts, consumer);
        }
        return texts;
    }

    private static void add(List<String> texts, KafkaConsumer<String, String> consumer) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
            texts.add(record.value());
        }
    }

    private KafkaConsumer<String, String> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
