package dev.laurel.engine.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-10, 2026-03-10, true",
        "DAY, 2026-03-10, 2026-03-11, false",
        "WEEK, 2025-12-29, 2026-01-04, true",
        "WEEK, 2026-01-04, 2026-01-05, false",
        "WEEK, 1969-12-29, 1970-01-04, true",
        "WEEK, 1969-12-28, 1969-12-29, false",
        "MONTH, 2024-02-01, 2024-02-29, true",
        "MONTH, 2024-02-29, 2025-02-28, false",
        "YEAR, 2026-01-01, 2026-12-31, true",
        "YEAR, 2025-12-31, 2026-01-01, false",
        "EVER, 1900-01-01, 2100-01-01, true"
    })
    void putsDatesOfOnePeriodTogether(Period period, LocalDate a, LocalDate b, boolean together) {
        assertThat(period.indexOf(a) == period.indexOf(b)).isEqualTo(together);
    }
}
