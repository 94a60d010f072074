package dev.laurel.leaderboards.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2011-11-03, 2011-11-03, 2011-11-03, 2011-11-03",
        "WEEK, 2011-11-06, 2011-W44, 2011-10-31, 2011-11-06",
        "WEEK, 2012-01-01, 2011-W52, 2011-12-26, 2012-01-01",
        "WEEK, 2012-01-02, 2012-W01, 2012-01-02, 2012-01-08",
        "WEEK, 2020-12-31, 2020-W53, 2020-12-28, 2021-01-03",
        "MONTH, 2012-02-29, 2012-02, 2012-02-01, 2012-02-29",
        "QUARTER, 2011-12-31, 2011-Q4, 2011-10-01, 2011-12-31",
        "QUARTER, 2012-01-01, 2012-Q1, 2012-01-01, 2012-03-31",
        "YEAR, 2012-12-31, 2012, 2012-01-01, 2012-12-31"
    })
    void cutsTimeIntoPeriodsThatCanBeFoundByTheirNames(
            Calendar calendar, LocalDate day, String name, LocalDate first, LocalDate last) {
        // When
        Period period = calendar.periodOf(day).orElseThrow();

        // Then
        assertThat(period).isEqualTo(new Period(name, first, last));
        assertThat(calendar.period(name)).contains(period);
        assertThat(Cycle.parse(calendar.toString())).isEqualTo(calendar);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x", "2011-13", "2011-W54", "2011-W00", "2011-Q5", "2011-Q0", "2011-Q04",
                "11-Q1", "2011-Qx", "20111", "-001", "2011-02-30", "2011-W44-1", "all-time/x"
            })
    void findsNoPeriodInOtherTexts(String name) {
        for (Calendar calendar : Calendar.values()) {
            assertThat(calendar.period(name)).as("%s %s", calendar, name).isEmpty();
        }
    }

    @Test
    void aPeriodEndsWithItsLastDayInTheProgramsZone() {
        // Given
        Period october = Calendar.MONTH.period("2011-10").orElseThrow();

        // Then
        assertThat(october.end(ZoneId.of("Pacific/Auckland")).orElseThrow())
                .hasToString("2011-10-31T11:00:00Z");
        assertThat(Period.ALL_TIME.end(ZoneId.of("Pacific/Auckland"))).isEmpty();
    }
}
