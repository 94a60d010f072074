package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Breaker breaker = new Breaker(Duration.ofSeconds(1));

    @Test
    void opensWhenMoreThanHalfOfTheCallsFail() {
        // When
        breaker.succeeded();
        breaker.succeeded();
        breaker.failed(NOW);
        breaker.failed(NOW);

        // Then
        assertThat(breaker.isOpen()).isFalse();
        breaker.failed(NOW);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.next(NOW)).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void letsOneCallThroughAfterThePause() {
        // Given
        open();
        Instant later = NOW.plusSeconds(1);

        // When
        boolean first = !breaker.next(later).isAfter(later);
        breaker.begins();
        boolean second = !breaker.next(later).isAfter(later);

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    @Test
    void waitsTwiceAsLongWhenThatFailsButNeverLongerThanFiveMinutes() {
        // Given
        open();
        Instant now = NOW.plusSeconds(1);

        // When
        Duration last = Duration.ZERO;
        for (int probe = 0; probe < 12; probe++) {
            breaker.begins();
            breaker.failed(now);
            last = Duration.between(now, breaker.next(now));
            if (probe == 0) {
                assertThat(last).isEqualTo(Duration.ofSeconds(2));
            }
            now = now.plus(last);
        }

        // Then
        assertThat(last).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void closesWhenItSucceeds() {
        // Given
        open();

        // When
        breaker.begins();
        breaker.succeeded();

        // Then
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.next(NOW)).isEqualTo(NOW);
    }

    private void open() {
        for (int call = 0; call < 5; call++) {
            breaker.failed(NOW);
        }
        assertThat(breaker.isOpen()).isTrue();
    }
}
