package dev.laurel.outbox;

import dev.laurel.tracing.Step;
import dev.laurel.tracing.TraceContext;
import dev.laurel.tracing.Traces;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The steps of traced records from the database onto their topics: one per record, from when its
 * batch is begun until the broker has all of it. Used by one thread.
 */
final class SendSteps {

    private final Traces traces;
    private final List<Step> underWay = new ArrayList<>();

    SendSteps(Traces traces) {
        this.traces = traces;
    }

    void beginBatch() {
        underWay.clear();
    }

    /** The record, as a step of its trace if it carries the context of one. */
    ProducerRecord<byte[], byte[]> of(ProducerRecord<byte[], byte[]> record) {
        if (!traces.isOn()) {
            return record;
        }
        String context = TraceContext.of(record.headers());
        if (context != null) {
            Step step =
                    traces.begin(Traces.Kind.PRODUCER, record.topic() + " send", context)
                            .with("messaging.system", "kafka")
                            .with("messaging.operation.type", "send")
                            .with("messaging.destination.name", record.topic());
            TraceContext.put(record.headers(), step.context());
            underWay.add(step);
        }
        return record;
    }

    /**
     * @param sent whether the broker has the batch; if not, it is sent again in steps of its own
     */
    void endBatch(boolean sent) {
        for (Step step : underWay) {
            if (!sent) {
                step.with("error.type", "not acknowledged");
            }
            step.close();
        }
        underWay.clear();
    }
}
