package dev.laurel.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.events.Event;
import dev.laurel.testinfra.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events as the gateway and the shop's own producers do. */
final class Producers implements AutoCloseable {

    /**
     * When events happened and were recorded, if a test does not say. So far ahead that nothing
     * about them is forgotten while tests run, which would happen at any time with old ones.
     */
    static final Instant TIME = Instant.parse("2111-12-01T08:00:00Z");

    static final String SOURCE = "/tills/7";

    private final KafkaEvents codec = new KafkaEvents();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "linger.ms", 5),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());

    static Event event(
            String program, String member, String id, String type, Map<String, Object> data) {
        return event(program, member, id, type, TIME, data);
    }

    /** An event that happened and was recorded then. */
    static Event event(
            String program,
            String member,
            String id,
            String type,
            Instant then,
            Map<String, Object> data) {
        return new Event(program, SOURCE, id, type, member, then, then, false, data);
    }

    /** Returns when the broker has all of them. */
    void send(List<Event> events) {
        await(events.stream().map(event -> producer.send(codec.toRecord(event))).toList());
    }

    void send(Event event) {
        send(List.of(event));
    }

    /** Anything at all. */
    void sendRaw(String key, String value) {
        await(
                List.of(
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.EVENTS.name(),
                                        key.getBytes(UTF_8),
                                        value.getBytes(UTF_8)))));
    }

    private static void await(List<Future<RecordMetadata>> sent) {
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("Could not send.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending.", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
