package dev.laurel.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.Decoded.DecodedMark;
import dev.laurel.cloudevents.Decoded.Malformed;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.PublicationMark;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaEventsTest {

    private static final long TIMESTAMP = Instant.parse("2026-11-22T10:00:05Z").toEpochMilli();
    private static final Event EVENT =
            new Event(
                    "club",
                    "/shop/tills",
                    "536365",
                    "purchase",
                    "Müller/2",
                    Instant.parse("2010-12-01T08:26:00Z"),
                    Instant.parse("2026-11-22T10:00:00.5Z"),
                    true,
                    Map.of("amount", 139.12, "items", List.of(Map.of("sku", "85123A"))));

    private final KafkaEvents events = new KafkaEvents();

    @Test
    void writesAttributesAsHeadersAndDataAsTheValue() {
        // When
        ProducerRecord<byte[], byte[]> record =
                events.toRecord(EVENT, "{\"amount\": 139.12}".getBytes(UTF_8), "00-4bf9-00f0-01");

        // Then
        assertThat(record.topic()).isEqualTo("laurel.events");
        assertThat(record.partition()).isNull();
        assertThat(record.key()).asString(UTF_8).isEqualTo("club/Müller/2");
        assertThat(record.value()).asString(UTF_8).isEqualTo("{\"amount\": 139.12}");
        assertThat(texts(record.headers()))
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "536365"),
                        Map.entry("ce_source", "/shop/tills"),
                        Map.entry("ce_type", "purchase"),
                        Map.entry("ce_subject", "Müller/2"),
                        Map.entry("ce_time", "2010-12-01T08:26:00Z"),
                        Map.entry("ce_recordedtime", "2026-11-22T10:00:00.500Z"),
                        Map.entry("ce_laurelimport", "true"),
                        Map.entry("ce_traceparent", "00-4bf9-00f0-01"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(decode(events.toRecord(EVENT))).isEqualTo(new DecodedEvent(EVENT));
    }

    @Test
    void marksAPartition() {
        // Given
        PublicationMark mark = new PublicationMark("club", 7);

        // When
        ProducerRecord<byte[], byte[]> record = events.markRecord(mark, 3);

        // Then
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.key()).asString(UTF_8).isEqualTo("club");
        assertThat(decode(record)).isEqualTo(new DecodedMark(mark));
    }

    @Test
    void takesTheRecordsTimestampFromProducersThatDoNotSayWhenTheyRecorded() {
        // Given
        ProducerRecord<byte[], byte[]> record = events.toRecord(EVENT);
        record.headers().remove("ce_recordedtime").remove("ce_laurelimport");

        // When
        Decoded decoded = decode(record);

        // Then
        Event event = ((DecodedEvent) decoded).event();
        assertThat(event.recordedTime()).isEqualTo("2026-11-22T10:00:05Z");
        assertThat(event.imported()).isFalse();
    }

    @Test
    void takesAnEventOfAMemberForAnEventEvenIfItCallsItselfAMark() {
        // Given
        ProducerRecord<byte[], byte[]> record = events.toRecord(EVENT);
        header(record, "ce_type", PublicationMark.TYPE);

        // Then
        assertThat(decode(record)).isInstanceOf(DecodedEvent.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ce_specversion  | 0.3                   | Expected specversion 1.0
                    ce_id           | ``                    | Expected id
                    ce_source       | ``                    | Expected source
                    ce_type         | ``                    | Expected type
                    ce_subject      | 17851                 | Expected the subject to be the member of the key
                    ce_time         | 1970-01-01T00:00:00Z  | year 2000
                    ce_time         | 2027-01-01T00:00:00Z  | 24 hours
                    ce_recordedtime | now                   | Expected a recorded time
                    content-type    | application/avro      | application/json
                    key             | 17850                 | program/member
                    key             | Club/17850            | program id
                    value           | ``                    | JSON
                    value           | {"a":                 | Expected JSON
                    value           | [1]                   | Expected data to be a JSON object
                    value           | {} {}                 | something follows
                    value           | {"a":1e999}           | 1.8e308
                    """)
    void saysWhyARecordIsNoEvent(String place, String wrong, String reason) {
        // Given
        ProducerRecord<byte[], byte[]> record = events.toRecord(EVENT);
        byte[] key = place.equals("key") ? wrong.getBytes(UTF_8) : record.key();
        byte[] value = place.equals("value") ? wrong.getBytes(UTF_8) : record.value();
        if (!place.equals("key") && !place.equals("value")) {
            header(record, place, wrong);
        }

        // When
        Decoded decoded = events.decode(key, value, record.headers(), TIMESTAMP);

        // Then
        assertThat(decoded)
                .asInstanceOf(type(Malformed.class))
                .extracting(Malformed::reason)
                .asString()
                .startsWith("Expected ")
                .contains(reason);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(events.decode(null, new byte[0], new RecordHeaders(), TIMESTAMP))
                .isEqualTo(
                        new Malformed(
                                "Expected a key of the form program/member, but there was none."));
        assertThat(events.decode(new byte[0], null, new RecordHeaders(), TIMESTAMP))
                .isEqualTo(
                        new Malformed("Expected a JSON object as the value, but there was none."));
    }

    @Test
    void refusesAKeyThatIsNotUtf8() {
        // Given
        ProducerRecord<byte[], byte[]> record = events.toRecord(EVENT);

        // When
        Decoded decoded =
                events.decode(
                        new byte[] {'c', '/', (byte) 0xC3, '('},
                        record.value(),
                        record.headers(),
                        TIMESTAMP);

        // Then
        assertThat(decoded).asString().contains("Expected key in UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"version\":0}", "{\"version\":\"1\"}", "{\"version\":1.0}", "7"})
    void refusesAMarkWithoutAVersion(String value) {
        // Given
        ProducerRecord<byte[], byte[]> mark = events.markRecord(new PublicationMark("club", 1), 0);

        // Then
        assertThat(events.decode(mark.key(), value.getBytes(UTF_8), mark.headers(), TIMESTAMP))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void neverThrowsWhateverTheBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            // Given
            ProducerRecord<byte[], byte[]> record =
                    random.nextInt(4) == 0
                            ? events.markRecord(new PublicationMark("club", 1), 0)
                            : events.toRecord(EVENT);
            byte[] key = damaged(record.key(), random);
            byte[] value = damaged(record.value(), random);
            Headers headers = new RecordHeaders();
            record.headers()
                    .forEach(header -> headers.add(header.key(), damaged(header.value(), random)));

            // When
            Decoded decoded =
                    events.decode(
                            key,
                            value,
                            headers,
                            random.nextBoolean() ? TIMESTAMP : random.nextLong());

            // Then
            assertThat(decoded).as("seed %d, round %d", seed, round).isNotNull();
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        switch (random.nextInt(8)) {
            case 0 -> random.nextBytes(copy);
            case 1 -> {
                if (copy.length > 0) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                return Arrays.copyOf(copy, random.nextInt(copy.length + 3));
            }
            default -> {
                // stays as it is
            }
        }
        return copy;
    }

    private Decoded decode(ProducerRecord<byte[], byte[]> record) {
        return events.decode(record.key(), record.value(), record.headers(), TIMESTAMP);
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(UTF_8));
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }
}
