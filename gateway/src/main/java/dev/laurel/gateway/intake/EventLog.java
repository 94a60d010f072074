package dev.laurel.gateway.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Appends to the events topic. Thread-safe; requests at the same time share the producer. */
final class EventLog {

    private final Producer<byte[], byte[]> producer;
    private final Duration patience;

    EventLog(Producer<byte[], byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /**
     * Returns when the broker has every record on disk, on as many replicas as it is configured to
     * wait for.
     *
     * @throws NotStoredException when it has not said so in time. Some of the records, or all of
     *     them, may be there nevertheless.
     */
    void append(List<ProducerRecord<byte[], byte[]>> records) throws NotStoredException {
        var acknowledgements = new Acknowledgements(records.size());
        try {
            for (ProducerRecord<byte[], byte[]> record : records) {
                var _ = producer.send(record, acknowledgements);
                if (acknowledgements.hasFailed()) {
                    // Without a broker each further record would wait as long as this one did.
                    break;
                }
            }
            acknowledgements.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (KafkaException refused) {
            throw new NotStoredException(refused);
        }
    }
}
