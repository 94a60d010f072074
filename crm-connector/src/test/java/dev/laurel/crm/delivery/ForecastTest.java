package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thousand calls of a day, of a hundred members each. */
class ForecastTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant NOON = MIDNIGHT.plus(Duration.ofHours(12));

    @Test
    void aTenthOfTheDayIsLeftToUrgentChangesUntilThatIsUsed() {
        assertThat(of(Map.of(), 0).reserved()).isEqualTo(100);
        assertThat(of(Map.of(), 950).reserved()).isEqualTo(50);
        assertThat(of(Map.of(), 1_001).reserved()).isZero();
    }

    @Test
    void nothingIsForeseenOfWhatDoesNotWait() {
        assertThat(of(Map.of(), 0).doneAt()).isEmpty();
        assertThat(of(Map.of(), 0).today()).isZero();
    }

    @Test
    void whatFitsIntoThisMomentIsDoneNow() {
        // When
        Forecast forecast = of(Map.of(Lane.URGENT, 101L, Lane.ROUTINE, 1L), 10);

        // Then
        assertThat(forecast.doneAt())
                .containsOnly(Map.entry(Lane.URGENT, NOON), Map.entry(Lane.ROUTINE, NOON));
        assertThat(forecast.today()).isEqualTo(102);
    }

    @Test
    void whatIsMoreThanTheDayHasIsDoneOnAnother() {
        // When
        Forecast forecast = of(Map.of(Lane.ROUTINE, 200_000L), 400);

        // Then
        assertThat(forecast.today()).isEqualTo(50_000);
        // 500 calls today, 900 tomorrow, and the last 600 of the third day at their distance.
        assertThat(forecast.doneAt().get(Lane.ROUTINE))
                .isEqualTo(
                        MIDNIGHT.plus(Duration.ofDays(2))
                                .plusMillis(
                                        Math.round(
                                                Duration.ofDays(1).toMillis()
                                                        * (599 / 900.0 - 0.1)
                                                        / 0.9)));
    }

    @Test
    void whatIsLessUrgentComesAfterTheRest() {
        // When
        Forecast forecast = of(Map.of(Lane.URGENT, 20_000L, Lane.BULK, 10_000L), 400);

        // Then
        assertThat(forecast.doneAt().get(Lane.URGENT)).isEqualTo(NOON);
        assertThat(forecast.doneAt().get(Lane.BULK)).isAfter(MIDNIGHT.plus(Duration.ofDays(1)));
        assertThat(forecast.today()).isEqualTo(20_000);
    }

    @Test
    void aLaneWithoutACallIsNeverDone() {
        // When
        Forecast forecast = Forecast.of(new DayPlan(1), Map.of(Lane.BULK, 5L), 100, 0, NOON);

        // Then
        assertThat(forecast.doneAt()).isEmpty();
        assertThat(forecast.today()).isZero();
    }

    private static Forecast of(Map<Lane, Long> pending, long used) {
        return Forecast.of(new DayPlan(1_000), pending, 100, used, NOON);
    }
}
