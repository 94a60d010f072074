package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.cloudevents.HeaderNames;
import dev.laurel.tracing.TraceContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationStepsTest {

    private final FakeTraces traces = new FakeTraces();
    private final EvaluationSteps steps = new EvaluationSteps(traces, "decide");
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();

    @Test
    void allThatATracedEventLeadsToFollowsTheStepThatDecidedIt() {
        // Given
        List<@Nullable String> forwarded = new ArrayList<>();

        // When
        steps.during(
                event(FakeTraces.KEPT),
                context,
                () -> {
                    forwarded.add(TraceContext.of(steps.following(record()).headers()));
                    forwarded.add(TraceContext.of(steps.following(record()).headers()));
                    assertThat(traces.open()).containsExactly("decide");
                });
        steps.during(
                event(null),
                context,
                () -> forwarded.add(TraceContext.of(steps.following(record()).headers())));

        // Then
        assertThat(forwarded).containsExactly(FakeTraces.context(1), FakeTraces.context(1), null);
        assertThat(traces.open()).isEmpty();
    }

    @Test
    void aStepThatFailsSaysSoAndNothingFollowsIt() {
        // When
        assertThatThrownBy(() ->
                        steps.during(
                                event(FakeTraces.KEPT),
                                context,
                                () -> {
                                    throw new IllegalStateException("migrated");
                                }))
                .hasMessage("migrated");

        // Then
        assertThat(traces.failed()).containsExactly("migrated");
        assertThat(traces.open()).isEmpty();
        assertThat(steps.following(record()).headers()).isEmpty();
    }

    private static Record<byte[], byte[]> event(@Nullable String traceparent) {
        Record<byte[], byte[]> event = record();
        if (traceparent != null) {
            event.headers().add(HeaderNames.TRACE_PARENT, traceparent.getBytes(US_ASCII));
        }
        return event;
    }

    private static Record<byte[], byte[]> record() {
        return new Record<>(new byte[0], new byte[0], 0);
    }
}
