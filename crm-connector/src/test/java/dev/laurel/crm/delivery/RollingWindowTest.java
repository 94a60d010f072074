package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RollingWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final RollingWindow window = new RollingWindow(2, Duration.ofSeconds(10));

    @Test
    void letsThroughAsManyAsFitIntoAnyWindow() {
        // When
        window.add(NOW);
        window.add(NOW.plusSeconds(4));

        // Then
        assertThat(window.next(NOW.plusSeconds(9))).isEqualTo(NOW.plusSeconds(10));
        assertThat(window.next(NOW.plusSeconds(10))).isEqualTo(NOW.plusSeconds(10));
        window.add(NOW.plusSeconds(10));
        assertThat(window.next(NOW.plusSeconds(11))).isEqualTo(NOW.plusSeconds(14));
    }

    @Test
    void severalCallsAtOnceWaitForAsManyToEnd() {
        // Given
        window.add(NOW);
        window.add(NOW.plusSeconds(4));

        // Then
        assertThat(window.next(2, NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(14));
        assertThat(window.next(1, NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(10));
        assertThat(window.next(9, NOW.plusSeconds(14))).isEqualTo(NOW.plusSeconds(14));
    }

    @Test
    void leavesWhatWasNotUsedBeforeACrash() {
        // When
        window.fill(NOW, 1);

        // Then
        assertThat(window.next(NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(3));
        window.add(NOW.plusSeconds(3));
        assertThat(window.next(NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void countsWhatWasBeforeACrashAsUsedUp() {
        // When
        window.fill(NOW, 5);

        // Then
        assertThat(window.next(NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(10));
        assertThat(window.next(NOW.plusSeconds(10))).isEqualTo(NOW.plusSeconds(10));
    }
}
