package dev.laurel.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.topics.RecordCodec;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.test.context.TestComponent;

/** Publishes programs as rules-service does. */
@TestComponent
public class ProgramPublisher implements AutoCloseable {

    private final RecordCodec codec = new RecordCodec();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());

    /**
     * Returns when the version is on the topic.
     *
     * @param events the program's {@code events} section
     */
    public void publish(String program, int version, Map<String, Object> events) {
        Map<String, Object> document = Map.of("program", program, "events", events);
        byte[] value =
                codec.write(
                        new PublishedProgram(
                                program,
                                version,
                                "0".repeat(64),
                                Instant.parse("2011-12-01T00:00:00Z"),
                                document));
        try {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.PROGRAMS.name(), program.getBytes(UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not publish " + program + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
