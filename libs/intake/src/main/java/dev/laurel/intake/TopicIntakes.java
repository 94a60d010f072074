package dev.laurel.intake;

import dev.laurel.contracts.Topic;
import dev.laurel.topics.DeadLetters;
import dev.laurel.topics.RecordCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the intakes of one service. */
public final class TopicIntakes {

    private final RecordCodec codec;
    private final TransactionOperations transactions;
    private final Supplier<DeadLetters> deadLetters;
    private final MeterRegistry meters;

    /**
     * @param deadLetters asked when the first record fails
     * @param meters gets {@code laurel.intake.records} and {@code laurel.intake.dead.letters}, by
     *     topic
     */
    public TopicIntakes(
            RecordCodec codec,
            TransactionOperations transactions,
            Supplier<DeadLetters> deadLetters,
            MeterRegistry meters) {
        this.codec = codec;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /** The intake of one topic, to be declared as the bean that a binding is named after. */
    public <V> TopicIntake<V> of(Topic<V> topic, Projection<V> projection) {
        return of(topic, topic.value(), projection);
    }

    /**
     * The intake of one topic for a reader who needs but a part of each record.
     *
     * @param part a record with those components of the topic's value that the reader needs; the
     *     others are passed over without being read
     */
    public <V> TopicIntake<V> of(Topic<?> topic, Class<V> part, Projection<V> projection) {
        return new TopicIntake<>(
                part,
                codec,
                projection,
                transactions,
                deadLetters,
                new IntakeCounts(topic.name(), meters));
    }
}
