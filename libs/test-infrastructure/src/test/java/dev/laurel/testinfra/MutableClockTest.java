package dev.laurel.testinfra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    @Test
    void movesOnlyWhenItIsMoved() {
        // Given
        MutableClock clock = MutableClock.at("2011-12-01T08:00:00Z");

        // When
        clock.advance(Duration.ofHours(1));

        // Then
        assertThat(clock.instant()).isEqualTo(Instant.parse("2011-12-01T09:00:00Z"));
    }
}
