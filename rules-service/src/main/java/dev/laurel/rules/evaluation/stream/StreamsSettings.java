package dev.laurel.rules.evaluation.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams, apart from the broker and the application id. */
final class StreamsSettings {

    private static final int RECORDS_PER_POLL = 1_000;

    /** After a kill nobody decides until the broker has noticed it. */
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;

    private static final int PRODUCER_BATCH_BYTES = 128 * 1024;

    private StreamsSettings() {}

    /**
     * @param replication copies of every internal topic
     */
    static Map<String, Object> of(
            EvaluationProperties properties, int replication, RocksMemory memory) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toAbsolutePath().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, properties.commitInterval().toMillis());
        // No event is decided while this process knows of something said of members on the broker
        // that it has not read; for what it does not know of yet it does not wait.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.Setter.class);
        settings.put(RocksMemory.CONFIG, memory);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                RECORDS_PER_POLL);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest");
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_TIMEOUT_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(properties.transactionTimeout().toMillis()));
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, properties.standbys());
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                PRODUCER_BATCH_BYTES);
        properties
                .advertised()
                .endpoint()
                .ifPresent(here -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, here));
        return settings;
    }
}
