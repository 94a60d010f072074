package dev.laurel.intake;

import dev.laurel.contracts.Topic;
import dev.laurel.topics.DeadLetters;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the intakes of one service. */
public final class TopicIntakes {

    private final RecordCodec codec;
    private final TransactionOperations transactions;
    private final Supplier<DeadLetters> deadLetters;
    private final MeterRegistry meters;
    private final Traces traces;

    /**
     * @param deadLetters asked when the first record fails
     * @param meters gets {@code laurel.intake.records} and {@code laurel.intake.dead.letters}, by
     *     topic
     * @param traces in which records of traced events become steps
     */
    public TopicIntakes(
            RecordCodec codec,
            TransactionOperations transactions,
            Supplier<DeadLetters> deadLetters,
            MeterRegistry meters,
            Traces traces) {
        this.codec = codec;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.traces = traces;
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
                new IntakeCounts(topic.name(), meters),
                new IntakeSteps(traces));
    }
}
