package dev.laurel.intake;

import dev.laurel.topics.DeadLetters;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.UnreadableRecord;
import dev.laurel.tracing.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Feeds the records of one topic to a {@link Projection}, a batch per transaction. A record that
 * cannot be read or that the projection cannot take goes to the dead letters; the others go on.
 * When the method returns, every record is either committed or among the dead letters, so the
 * offsets may be committed. Safe for concurrent use.
 */
public final class TopicIntake<V> implements Consumer<List<ConsumerRecord<byte[], byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(TopicIntake.class);

    private final Class<V> type;
    private final RecordCodec codec;
    private final Projection<V> projection;
    private final TransactionOperations transactions;
    private final Supplier<DeadLetters> deadLetters;
    private final IntakeCounts counts;
    private final IntakeSteps steps;

    TopicIntake(
            Class<V> type,
            RecordCodec codec,
            Projection<V> projection,
            TransactionOperations transactions,
            Supplier<DeadLetters> deadLetters,
            IntakeCounts counts,
            IntakeSteps steps) {
        this.type = type;
        this.codec = codec;
        this.projection = projection;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.counts = counts;
        this.steps = steps;
    }

    private record Entry<V>(
            ConsumerRecord<byte[], byte[]> record, Received<V> received, Step step) {}

    @Override
    public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Entry<V>> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                V value = codec.read(record.value(), type);
                Step step = steps.begin(record);
                readable.add(new Entry<>(record, Received.of(value, record, step), step));
            } catch (UnreadableRecord unreadable) {
                setAside(record, unreadable);
            }
        }
        if (!readable.isEmpty()) {
            try {
                apply(readable);
            } catch (RuntimeException again) {
                readable.forEach(entry -> entry.step().failed(again));
                throw again;
            } finally {
                readable.forEach(entry -> entry.step().close());
            }
        }
    }

    private void apply(List<Entry<V>> batch) {
        try {
            List<Received<V>> received = batch.stream().map(Entry::received).toList();
            transactions.executeWithoutResult(_ -> projection.apply(received));
            counts.committed(received.size(), newest(batch));
        } catch (RuntimeException failure) {
            if (!Blame.isOnTheRecords(failure)) {
                throw failure;
            }
            if (batch.size() == 1) {
                batch.getFirst().step().failed(failure);
                setAside(batch.getFirst().record(), failure);
                return;
            }
            int half = batch.size() / 2;
            apply(batch.subList(0, half));
            apply(batch.subList(half, batch.size()));
        }
    }

    private static <V> long newest(List<Entry<V>> batch) {
        return batch.stream().mapToLong(entry -> entry.record().timestamp()).max().orElse(0);
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, RuntimeException failure) {
        String reason = reasonOf(failure);
        log.warn(
                "A record of {} (partition {}, offset {}) goes to {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                DeadLetters.nameFor(record.topic()),
                reason.lines().findFirst().orElse(""));
        deadLetters.get().send(record, reason).join();
        counts.setAside();
    }

    /** What the database says, without the statement that it says it of. */
    private static String reasonOf(RuntimeException failure) {
        Throwable cause =
                failure instanceof DataAccessException refusal
                        ? refusal.getMostSpecificCause()
                        : failure;
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }
}
