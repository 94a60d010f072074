package dev.laurel.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracedCausesTest {

    @Test
    void everyEffectHasTheTraceOfItsOwnCause() {
        // When
        List<Map<String, String>> headers = new ArrayList<>();
        TracedCauses.during(
                Map.of("d-1", "one", "d-2", "two"),
                () ->
                        List.of("d-2", "d-1", "d-3")
                                .forEach(cause -> headers.add(TracedCauses.headers(cause))));

        // Then
        assertThat(headers)
                .containsExactly(
                        Map.of(TraceContext.HEADER, "two"),
                        Map.of(TraceContext.HEADER, "one"),
                        Map.of());
    }

    @Test
    void nothingIsTracedOutsideOfABatchOrInOneWithoutTraces() {
        // Given
        TracedCauses.during(Map.of("d-1", "one"), () -> {});

        // Then
        assertThat(TracedCauses.headers("d-1")).isEmpty();
        TracedCauses.during(Map.of(), () -> assertThat(TracedCauses.context("d-1")).isNull());
    }
}
