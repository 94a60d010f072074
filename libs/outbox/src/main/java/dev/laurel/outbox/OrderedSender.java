package dev.laurel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches so that what is on a partition is always a prefix of what was to go there: one
 * request at a time to a broker, retried for ever, and after the first failure the producer is
 * thrown away with all that it still had. Used by one thread.
 */
final class OrderedSender {

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final Map<String, Object> configuration;
    private final SendSteps steps;
    private @Nullable Producer<byte[], byte[]> producer;

    OrderedSender(String clientId, Map<String, Object> configuration, SendSteps steps) {
        Map<String, Object> ordered = new HashMap<>(configuration);
        ordered.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        ordered.put(ProducerConfig.ACKS_CONFIG, "all");
        ordered.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        ordered.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        ordered.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        ordered.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        ordered.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        ordered.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        ordered.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        ordered.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        this.configuration = Map.copyOf(ordered);
        this.steps = steps;
    }

    /** Returns once the broker has all records on disk. */
    void send(List<OutboxTable.Row> rows) throws SendFailedException, InterruptedException {
        CompletableFuture<Void> allAcknowledged = new CompletableFuture<>();
        boolean sent = false;
        try {
            Producer<byte[], byte[]> used = producer();
            AtomicInteger missing = new AtomicInteger(rows.size());
            steps.beginBatch();
            for (OutboxTable.Row row : rows) {
                if (allAcknowledged.isCompletedExceptionally()) {
                    break;
                }
                var _ =
                        used.send(
                                steps.of(kafkaRecord(row.content())),
                                (_, exception) -> {
                                    if (exception != null) {
                                        allAcknowledged.completeExceptionally(exception);
                                        used.close(Duration.ZERO);
                                    } else if (missing.decrementAndGet() == 0) {
                                        allAcknowledged.complete(null);
                                    }
                                });
            }
            allAcknowledged.get(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            sent = true;
        } catch (InterruptException e) {
            throw new InterruptedException(e.getMessage());
        } catch (TimeoutException e) {
            throw new SendFailedException(
                    "Expected the broker to acknowledge within %s, but it did not."
                            .formatted(ACKNOWLEDGED_WITHIN),
                    e);
        } catch (ExecutionException | RuntimeException e) {
            throw new SendFailedException(String.valueOf(e.getMessage()), e);
        } finally {
            steps.endBatch(sent);
            if (!sent) {
                close();
            }
        }
    }

    /** Drops whatever is not acknowledged yet. */
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            configuration, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static ProducerRecord<byte[], byte[]> kafkaRecord(OutboxRecord content) {
        ProducerRecord<byte[], byte[]> kafkaRecord =
                new ProducerRecord<>(
                        content.topic(),
                        content.partition(),
                        content.key(),
                        content.isTombstone() ? null : content.value());
        content.headers()
                .forEach((name, value) -> kafkaRecord.headers().add(name, value.getBytes(UTF_8)));
        return kafkaRecord;
    }
}
