package dev.laurel.rules.evaluation.stream;

import dev.laurel.cloudevents.HeaderNames;
import dev.laurel.tracing.Step;
import dev.laurel.tracing.TraceContext;
import dev.laurel.tracing.Traces;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The steps of traced events through one processor. A step that is done again after a failure is in
 * the trace twice, for it was done twice; what the first one forwarded nobody sees. Used by one
 * thread.
 */
final class EvaluationSteps {

    private final Traces traces;
    private final String name;
    private Step current = Step.untraced();

    /**
     * @param name what the processor does
     */
    EvaluationSteps(Traces traces, String name) {
        this.traces = traces;
        this.name = name;
    }

    /** Processes a record as a step, if its event is traced. */
    void during(Record<?, ?> record, ProcessorContext<?, ?> context, Runnable work) {
        String before = traces.isOn() ? context(record.headers()) : null;
        if (before == null) {
            work.run();
            return;
        }
        Step step = begin(before, context);
        current = step;
        try {
            work.run();
        } catch (RuntimeException failure) {
            step.failed(failure);
            throw failure;
        } finally {
            current = Step.untraced();
            step.close();
        }
    }

    private Step begin(String before, ProcessorContext<?, ?> context) {
        Step step =
                traces.begin(Traces.Kind.CONSUMER, name, before)
                        .with("messaging.system", "kafka")
                        .with("messaging.operation.type", "process");
        context.recordMetadata()
                .ifPresent(place ->
                        step.with("messaging.destination.name", place.topic())
                                .with(
                                        "messaging.destination.partition.id",
                                        Integer.toString(place.partition()))
                                .with("messaging.kafka.offset", Long.toString(place.offset())));
        return step;
    }

    /** The closer one: an event on a second way has that of its first, too. */
    private static @Nullable String context(Headers headers) {
        String here = TraceContext.of(headers);
        return here == null ? TraceContext.of(headers, HeaderNames.TRACE_PARENT) : here;
    }

    /** What the step at hand forwards, as a part of its trace. */
    <V> Record<byte[], V> following(Record<byte[], V> record) {
        TraceContext.put(record.headers(), current.context());
        return record;
    }
}
