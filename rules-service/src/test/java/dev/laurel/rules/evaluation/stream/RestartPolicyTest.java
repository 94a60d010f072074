package dev.laurel.rules.evaluation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void waitsTwiceAsLongEachTimeUpToALimit() {
        // Given
        long now = System.nanoTime();

        // When
        Stream<Duration> delays = Stream.generate(() -> policy.nextDelay(now)).limit(8);

        // Then
        assertThat(delays.map(Duration::toMillis))
                .containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L);
    }

    @Test
    void beginsAnewAfterACalmMinute() {
        // Given
        long now = System.nanoTime();
        policy.nextDelay(now);
        policy.nextDelay(now);

        // When
        Duration delay = policy.nextDelay(now + Duration.ofMinutes(1).toNanos());

        // Then
        assertThat(delay).hasMillis(200);
    }
}
