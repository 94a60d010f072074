package dev.laurel.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sets aside records that cannot be processed, on {@code <topic>.dlq}: key, value and headers as
 * they were, with the reason and the place in further headers.
 */
public final class DeadLetters {

    /** Why the record failed: a sentence. */
    public static final String REASON = "laurel-dlq-reason";

    /** The topic that it was on. */
    public static final String TOPIC = "laurel-dlq-topic";

    /** The partition that it was on, in decimal. */
    public static final String PARTITION = "laurel-dlq-partition";

    /** Its offset there, in decimal. */
    public static final String OFFSET = "laurel-dlq-offset";

    /** The service that could not process it. */
    public static final String SERVICE = "laurel-dlq-service";

    private static final int MAX_REASON_LENGTH = 2_000;

    private final Producer<byte[], byte[]> producer;
    private final String service;

    /**
     * Dead letters of one service.
     *
     * @param producer stays the caller's to close
     * @param service the module name, such as {@code scoring-service}
     */
    public DeadLetters(Producer<byte[], byte[]> producer, String service) {
        this.producer = producer;
        this.service = service;
    }

    /**
     * Sends one record to the dead letters of its topic.
     *
     * @return completes when the broker has it; the caller commits its offset only then
     */
    public CompletableFuture<RecordMetadata> send(
            ConsumerRecord<byte[], byte[]> record, String reason) {
        Headers headers =
                headersOf(
                        service,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        reason,
                        record.headers());
        CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
        try {
            // The callback says the same as this future.
            Future<RecordMetadata> _ =
                    producer.send(
                            new ProducerRecord<>(
                                    nameFor(record.topic()),
                                    null,
                                    record.key(),
                                    record.value(),
                                    headers),
                            (metadata, failure) -> complete(sent, metadata, failure));
        } catch (KafkaException failure) {
            sent.completeExceptionally(failure);
        }
        return sent;
    }

    /** The topic for dead letters of a topic. */
    public static String nameFor(String topic) {
        return topic + ".dlq";
    }

    /**
     * The headers of a dead letter, for those who send it by other means.
     *
     * @param service the service that could not process the record
     * @param topic where the record was
     * @param partition see {@code topic}
     * @param offset see {@code topic}
     * @param reason why it failed: a sentence, cut at {@value #MAX_REASON_LENGTH} characters
     * @param original the record's own headers, kept in front of the others
     */
    public static Headers headersOf(
            String service,
            String topic,
            int partition,
            long offset,
            String reason,
            Headers original) {
        Headers headers = new RecordHeaders(original.toArray());
        put(headers, REASON, shortened(reason));
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
        put(headers, SERVICE, service);
        return headers;
    }

    private static void complete(
            CompletableFuture<RecordMetadata> sent,
            RecordMetadata metadata,
            @Nullable Exception failure) {
        if (failure == null) {
            sent.complete(metadata);
        } else {
            sent.completeExceptionally(failure);
        }
    }

    private static void put(Headers headers, String name, String value) {
        // A dead letter that was put back and failed again tells of the last failure only.
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static String shortened(String reason) {
        return reason.length() <= MAX_REASON_LENGTH
                ? reason
                : reason.substring(0, MAX_REASON_LENGTH) + "…";
    }
}
