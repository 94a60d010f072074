package dev.laurel.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(
                    false,
                    new RoundRobinPartitioner(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
    private final DeadLetters deadLetters = new DeadLetters(producer, "scoring-service");

    @Test
    void keepsTheRecordAndSaysWhyItIsThere() {
        // Given
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        "laurel.decisions", 3, 42, "club/17850".getBytes(UTF_8), new byte[] {1, 2});
        record.headers().add("trace", "abc".getBytes(UTF_8));

        // When
        CompletableFuture<RecordMetadata> sent = deadLetters.send(record, "Expected JSON.");

        // Then
        ProducerRecord<byte[], byte[]> letter = producer.history().getFirst();
        assertThat(letter.topic()).isEqualTo("laurel.decisions.dlq");
        assertThat(letter.key()).isEqualTo(record.key());
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(texts(letter.headers()))
                .containsExactly(
                        Map.entry("trace", "abc"),
                        Map.entry("laurel-dlq-reason", "Expected JSON."),
                        Map.entry("laurel-dlq-topic", "laurel.decisions"),
                        Map.entry("laurel-dlq-partition", "3"),
                        Map.entry("laurel-dlq-offset", "42"),
                        Map.entry("laurel-dlq-service", "scoring-service"));
        assertThat(sent).isNotDone();
        producer.completeNext();
        assertThat(sent).isCompleted();
    }

    @Test
    void failsWhenTheBrokerDoesNotTakeIt() {
        // Given
        var sent = deadLetters.send(new ConsumerRecord<>("t", 0, 0, null, null), "Expected JSON.");

        // When
        producer.errorNext(new RecordTooLargeException("too large"));

        // Then
        assertThat(sent).isCompletedExceptionally();
    }

    @Test
    void tellsOfTheLastFailureOnlyWhenARecordFailsAgain() {
        // Given
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 7, null, null);
        record.headers().add(DeadLetters.REASON, "Expected less.".getBytes(UTF_8));

        // When
        Headers headers = DeadLetters.headersOf("s", "t", 0, 7, "Expected more.", record.headers());

        // Then
        assertThat(texts(headers)).containsEntry(DeadLetters.REASON, "Expected more.").hasSize(5);
        assertThat(texts(record.headers())).containsEntry(DeadLetters.REASON, "Expected less.");
    }

    @Test
    void cutsAReasonThatWouldNotFitAHeader() {
        // When
        Headers headers =
                DeadLetters.headersOf(
                        "s",
                        "t",
                        0,
                        7,
                        "x".repeat(1_000_000),
                        new ConsumerRecord<>("t", 0, 7, null, null).headers());

        // Then
        assertThat(texts(headers).get(DeadLetters.REASON)).hasSize(2_001).endsWith("…");
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
        return texts;
    }
}
