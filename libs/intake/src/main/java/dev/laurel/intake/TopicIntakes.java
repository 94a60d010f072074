package dev.laurel.intake;

import dev.laurel.contracts.Topic;
import dev.laurel.topics.DeadLetters;
import dev.laurel.topics.RecordCodec;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the intakes of one service. */
public final class TopicIntakes {

    private final RecordCodec codec;
    private final TransactionOperations transactions;
    private final Supplier<DeadLetters> deadLetters;

    /**
     * @param deadLetters asked when the first record fails
     */
    public TopicIntakes(
            RecordCodec codec,
            TransactionOperations transactions,
            Supplier<DeadLetters> deadLetters) {
        this.codec = codec;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
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
        return new TopicIntake<>(part, codec, projection, transactions, deadLetters);
    }
}
