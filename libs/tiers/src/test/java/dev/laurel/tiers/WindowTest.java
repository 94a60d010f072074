package dev.laurel.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "P1Y,    2012-02-29, 2013-03-01",
        "P1M,    2011-01-31, 2011-03-01",
        "P7D,    2011-01-31, 2011-02-07",
        "P1M15D, 2011-01-16, 2011-03-01",
        "P1M15D, 2011-01-10, 2011-02-25",
    })
    void endsOnTheFirstDayThatADayDoesNotCountOn(Period period, LocalDate day, LocalDate end) {
        assertThat(new Window.Rolling(period).ends().getFirst().of(day)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P40D", "P1M", "P3M", "P1Y", "P1M15D", "P1M40D", "P1Y2M10D"})
    void endsWhereTheWindowBegins(Period period) {
        // Given
        Window window = new Window.Rolling(period);
        LocalDate first = LocalDate.of(2011, 11, 3);

        for (LocalDate day = first; day.isBefore(first.plusYears(5)); day = day.plusDays(1)) {
            // When
            LocalDate end = window.ends().getFirst().of(day);

            // Then
            assertThat(window.from(end)).as("of %s", day).isAfter(day);
            assertThat(window.from(end.minusDays(1))).as("of %s", day).isBeforeOrEqualTo(day);
        }
    }
}
