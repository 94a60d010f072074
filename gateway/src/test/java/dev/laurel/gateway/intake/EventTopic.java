package dev.laurel.gateway.intake;

import dev.laurel.cloudevents.Decoded;
import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.events.Event;
import dev.laurel.testinfra.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is on the events topic at this very moment. */
final class EventTopic {

    private EventTopic() {}

    /** Every event of a program up to the present end of the topic, without waiting for more. */
    static List<Event> events(String program) {
        KafkaEvents codec = new KafkaEvents();
        List<Event> events = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.EVENTS.name()).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    Decoded decoded =
                            codec.decode(
                                    record.key(),
                                    record.value(),
                                    record.headers(),
                                    record.timestamp());
                    if (decoded instanceof DecodedEvent(Event event)
                            && event.program().equals(program)) {
                        events.add(event);
                    }
                }
            }
        }
        return events;
    }
}
