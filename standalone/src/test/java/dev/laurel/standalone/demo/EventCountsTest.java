package dev.laurel.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCountsTest {

    @Test
    void countsTheSample() throws IOException {
        // When
        EventCounts counts = EventCounts.of(Path.of("../examples/retail-club/events.ndjson.gz"));

        // Then
        assertThat(counts.of("purchase")).isEqualTo(18_536);
        assertThat(counts.of("return")).isEqualTo(3_654);
        assertThat(counts.of("anything else")).isZero();
    }
}
