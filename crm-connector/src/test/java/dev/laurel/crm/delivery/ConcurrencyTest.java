package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Concurrency concurrency = new Concurrency(8, NOW);

    @Test
    void halvesWithEveryThrottleButLeavesOne() {
        // When
        concurrency.tooMuch(NOW);

        // Then
        assertThat(concurrency.limit()).isEqualTo(4);
        concurrency.tooMuch(NOW);
        concurrency.tooMuch(NOW);
        concurrency.tooMuch(NOW);
        assertThat(concurrency.limit()).isEqualTo(1);
    }

    @Test
    void growsByOneAfterAQuietWhileUpToWhatIsAllowed() {
        // Given
        concurrency.tooMuch(NOW);

        // When
        concurrency.fine(NOW.plusSeconds(20));
        int soon = concurrency.limit();
        concurrency.fine(NOW.plusSeconds(21));
        int later = concurrency.limit();
        concurrency.fine(NOW.plusSeconds(22));

        // Then
        assertThat(soon).isEqualTo(4);
        assertThat(later).isEqualTo(5);
        assertThat(concurrency.limit()).as("right after").isEqualTo(5);
        for (int minute = 1; minute < 10; minute++) {
            concurrency.fine(NOW.plusSeconds(60L * minute));
        }
        assertThat(concurrency.limit()).isEqualTo(8);
    }
}
