package dev.laurel.scoring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When nights begin. */
class NightTest {

    @ParameterizedTest
    @CsvSource({
        "2012-02-29, Pacific/Kiritimati, 2012-02-28T10:00:00Z",
        "2012-02-29, Etc/GMT+12, 2012-02-29T12:00:00Z",
        "2011-03-28, Europe/London, 2011-03-27T23:00:00Z",
        "2011-10-31, Europe/London, 2011-10-31T00:00:00Z",
        // Clocks went from 24:00 to 01:00.
        "2011-10-16, America/Sao_Paulo, 2011-10-16T03:00:00Z",
        // Samoa left that day out.
        "2011-12-30, Pacific/Apia, 2011-12-30T10:00:00Z",
        "2011-12-31, Pacific/Apia, 2011-12-30T10:00:00Z"
    })
    void beginsAtTheFirstInstantOfTheDay(LocalDate day, String zone, String begin) {
        assertThat(new Night("p", day, ZoneId.of(zone)).begin()).hasToString(begin);
    }
}
