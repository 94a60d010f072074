package dev.laurel.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.HttpReading.Read;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of every published version of the event stay readable for ever. */
class EventSamplesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/purchase.json",
                "v1/return-as-recorded.json",
                "v1/minimal-with-extension.json"
            })
    void becomeRecordsOfTheTopicAndEventsAgain(String sample) throws IOException {
        // Given
        byte[] body;
        try (InputStream in =
                getClass().getResourceAsStream("/dev/laurel/contracts/samples/event/" + sample)) {
            body = Objects.requireNonNull(in).readAllBytes();
        }

        // When
        HttpReading reading =
                new HttpEvents(IntakeLimits.DEFAULT)
                        .read("club", "application/cloudevents+json", _ -> null, body, NOW, false);

        // Then
        assertThat(reading).isInstanceOf(Read.class);
        Accepted accepted = (Accepted) ((Read) reading).events().getFirst();
        KafkaEvents kafka = new KafkaEvents();
        ProducerRecord<byte[], byte[]> record =
                kafka.toRecord(accepted.event(), accepted.dataBytes(), null);
        assertThat(kafka.decode(record.key(), record.value(), record.headers(), 0))
                .isEqualTo(new DecodedEvent(accepted.event()));
    }
}
