package dev.laurel.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.HttpReading.Read;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class HttpEventsPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final byte[] BATCH =
            """
            [{"specversion":"1.0","id":"536365","source":"/shop/tills","type":"purchase",
              "subject":"17850","time":"2010-12-01T08:26:00Z",
              "data":{"amount":139.12,"items":[{"sku":"85123A","quantity":6,"price":2.55}],"gift":false}},
             {"specversion":"1.0","id":"C536379","source":"/shop/tills","type":"return","subject":"Zoë",
              "time":"2010-12-01T09:41:00+01:00","data":{"amount":27.5,"note":"caf\\u00e9 ☕"},"x":null}]
            """
                    .getBytes(UTF_8);

    private final HttpEvents http = new HttpEvents(IntakeLimits.DEFAULT);
    private final KafkaEvents kafka = new KafkaEvents();

    @Test
    void whateverIsAcceptedFromADamagedBatchCanBeReadFromTheTopic() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            // Given
            byte[] body = BATCH.clone();
            for (int damage = random.nextInt(4); damage > 0; damage--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }

            // When
            HttpReading reading =
                    http.read(
                            "club",
                            "application/cloudevents-batch+json",
                            _ -> null,
                            body,
                            NOW,
                            random.nextBoolean());

            // Then
            if (reading instanceof Read(var events)) {
                for (EventReading each : events) {
                    if (each instanceof Accepted event) {
                        accepted++;
                        assertThat(decode(event))
                                .as("seed %d, round %d", seed, round)
                                .isEqualTo(new DecodedEvent(event.event()));
                    }
                }
            }
        }
        assertThat(accepted).isPositive();
    }

    private Decoded decode(Accepted accepted) {
        ProducerRecord<byte[], byte[]> record =
                kafka.toRecord(accepted.event(), accepted.dataBytes(), null);
        return kafka.decode(record.key(), record.value(), record.headers(), 0);
    }
}
