package dev.laurel.rules.evaluation.stream;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while events are being decided: Kafka Streams is running, with all stores restored. */
final class EvaluationHealth implements HealthIndicator, KafkaStreams.StateListener {

    private final AtomicReference<State> state = new AtomicReference<>(State.CREATED);

    @Override
    public void onChange(State newState, State oldState) {
        state.set(newState);
    }

    @Override
    public Health health() {
        State now = state.get();
        Health.Builder health = now == State.RUNNING ? Health.up() : Health.outOfService();
        return health.withDetail("state", now.name()).build();
    }
}
