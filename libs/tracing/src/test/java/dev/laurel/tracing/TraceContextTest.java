package dev.laurel.tracing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String KEPT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String NOT_KEPT = KEPT.substring(0, KEPT.length() - 1) + "0";

    @Test
    void followsTracesThatAreKeptOnly() {
        assertThat(TraceContext.isSampled(KEPT)).isTrue();
        assertThat(TraceContext.isSampled(KEPT.replace("-01", "-03"))).isTrue();
        assertThat(TraceContext.isSampled(NOT_KEPT)).isFalse();
        assertThat(TraceContext.isSampled(null)).isFalse();
        assertThat(TraceContext.traceOf(KEPT)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    /** Anybody may send one: no text begins a trace or does harm. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-\u00ff1"
            })
    void takesNoOtherText(String text) {
        assertThat(TraceContext.isSampled(text)).isFalse();
        RecordHeaders headers = new RecordHeaders();
        headers.add(TraceContext.HEADER, text.getBytes(US_ASCII));
        assertThat(TraceContext.of(headers)).isNull();
    }

    @Test
    void aRecordHasOneContextTheLast() {
        // Given
        RecordHeaders headers = new RecordHeaders();
        TraceContext.put(headers, NOT_KEPT);

        // When
        TraceContext.put(headers, KEPT);
        TraceContext.put(headers, null);

        // Then
        assertThat(headers.toArray()).hasSize(1);
        assertThat(TraceContext.of(headers)).isEqualTo(KEPT);
    }
}
