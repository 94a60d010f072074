package dev.laurel.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void ranksByNearestRank() {
        // Given
        List<Duration> waits =
                IntStream.rangeClosed(1, 200)
                        .mapToObj(rank -> Duration.ofMillis(201 - rank))
                        .toList();

        // When
        Percentiles percentiles = Percentiles.of(waits);

        // Then
        assertThat(percentiles.at(50)).isEqualTo(Duration.ofMillis(100));
        assertThat(percentiles.at(99)).isEqualTo(Duration.ofMillis(198));
        assertThat(percentiles.at(100)).isEqualTo(Duration.ofMillis(200));
        assertThat(percentiles.at(0.1)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void refusesToRankNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(List.of()));
    }
}
