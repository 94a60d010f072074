package dev.laurel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.tracing.TraceContext;
import dev.laurel.tracing.Traces;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class SendStepsTest {

    private final FakeTraces traces = new FakeTraces();
    private final SendSteps steps = new SendSteps(traces);

    @Test
    void eachTracedRecordGoesAsAStepOfItsOwnUntilTheBatchIsAcknowledged() {
        // When
        steps.beginBatch();
        ProducerRecord<byte[], byte[]> first = steps.of(record(FakeTraces.KEPT));
        ProducerRecord<byte[], byte[]> second = steps.of(record(null));
        ProducerRecord<byte[], byte[]> third = steps.of(record(FakeTraces.KEPT));

        // Then
        assertThat(TraceContext.of(first.headers())).isEqualTo(FakeTraces.context(1));
        assertThat(second.headers()).isEmpty();
        assertThat(TraceContext.of(third.headers())).isEqualTo(FakeTraces.context(2));
        assertThat(traces.open()).containsExactly("ledger send", "ledger send");
        steps.endBatch(true);
        assertThat(traces.open()).isEmpty();
        assertThat(traces.failed()).isEmpty();
    }

    @Test
    void aBatchThatIsNotAcknowledgedHasFailedAndGoesAgainInNewSteps() {
        // Given
        steps.beginBatch();
        steps.of(record(FakeTraces.KEPT));
        steps.endBatch(false);

        // When
        steps.beginBatch();
        ProducerRecord<byte[], byte[]> again = steps.of(record(FakeTraces.KEPT));
        steps.endBatch(true);

        // Then
        assertThat(traces.failed()).containsExactly("not acknowledged");
        assertThat(TraceContext.of(again.headers())).isEqualTo(FakeTraces.context(2));
    }

    @Test
    void whereNobodyTracesARecordGoesAsItIs() {
        // Given
        ProducerRecord<byte[], byte[]> record = record(FakeTraces.KEPT);

        // Then
        assertThat(new SendSteps(Traces.off()).of(record)).isSameAs(record);
        assertThat(TraceContext.of(record.headers())).isEqualTo(FakeTraces.KEPT);
    }

    private static ProducerRecord<byte[], byte[]> record(
            @org.jspecify.annotations.Nullable String context) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("ledger", new byte[0]);
        TraceContext.put(record.headers(), context);
        return record;
    }
}
