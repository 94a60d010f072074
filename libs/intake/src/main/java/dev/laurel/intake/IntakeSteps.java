package dev.laurel.intake;

import dev.laurel.tracing.Step;
import dev.laurel.tracing.TraceContext;
import dev.laurel.tracing.Traces;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The steps of traced events on their way into the database, one per record and not per batch: a
 * trace has all of one event's way and nothing of its neighbours'.
 */
final class IntakeSteps {

    private final Traces traces;

    IntakeSteps(Traces traces) {
        this.traces = traces;
    }

    /** From the moment that a record is read; ended when its batch is committed. */
    Step begin(ConsumerRecord<byte[], byte[]> record) {
        if (!traces.isOn()) {
            return Step.untraced();
        }
        String context = TraceContext.of(record.headers());
        return context == null
                ? Step.untraced()
                : traces.begin(Traces.Kind.CONSUMER, record.topic() + " process", context)
                        .with("messaging.system", "kafka")
                        .with("messaging.operation.type", "process")
                        .with("messaging.destination.name", record.topic())
                        .with(
                                "messaging.destination.partition.id",
                                Integer.toString(record.partition()))
                        .with("messaging.kafka.offset", Long.toString(record.offset()));
    }
}
