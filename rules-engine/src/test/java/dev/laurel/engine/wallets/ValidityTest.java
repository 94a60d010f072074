package dev.laurel.engine.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.periods.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    @ParameterizedTest(name = "{1} after {0} {2} is {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2027-01-31T10:00:00Z | P1M   | Europe/London    | 2027-02-28T10:00:00Z
                    2028-01-31T10:00:00Z | P1M   | Europe/London    | 2028-02-29T10:00:00Z
                    2028-02-29T10:00:00Z | P1Y   | Europe/London    | 2029-02-28T10:00:00Z
                    2027-03-27T01:30:00Z | P1D   | Europe/London    | 2027-03-28T01:30:00Z
                    2027-03-27T01:30:00Z | PT24H | Europe/London    | 2027-03-28T01:30:00Z
                    2027-10-30T00:30:00Z | P1D   | Europe/London    | 2027-10-31T00:30:00Z
                    2027-10-29T23:30:00Z | P2D   | Europe/London    | 2027-11-01T00:30:00Z
                    2027-10-29T23:30:00Z | PT48H | Europe/London    | 2027-10-31T23:30:00Z
                    2027-10-30T12:00:00Z | P1D   | Europe/London    | 2027-10-31T13:00:00Z
                    2027-10-30T12:00:00Z | PT24H | Europe/London    | 2027-10-31T12:00:00Z
                    2027-03-27T12:00:00Z | P1D   | Europe/London    | 2027-03-28T11:00:00Z
                    2027-01-30T10:30:00Z | P2W   | Pacific/Apia     | 2027-02-13T10:30:00Z
                    2026-12-31T10:30:00Z | P1M   | Pacific/Kiritimati | 2027-01-31T10:30:00Z
                    """)
    void countsByTheCalendarOrTheClock(String earned, String after, String zone, String expires) {
        Validity validity = new Validity(Span.NONE, new Expiry.After(span(after), null));

        assertThat(validity.term(Instant.parse(earned), ZoneId.of(zone)))
                .isEqualTo(new Term(Instant.parse(earned), Instant.parse(expires)));
    }

    @ParameterizedTest(name = "{1} after {0} to the end of the {2} is {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2027-01-31T10:00:00Z | P1M  | DAY     | 2027-03-01T00:00:00Z
                    2027-01-31T10:00:00Z | P1M  | WEEK    | 2027-03-01T00:00:00Z
                    2027-01-15T10:00:00Z | P1M  | MONTH   | 2027-03-01T00:00:00Z
                    2027-06-15T10:00:00Z | P1M  | MONTH   | 2027-07-31T23:00:00Z
                    2027-01-15T10:00:00Z | P1M  | QUARTER | 2027-03-31T23:00:00Z
                    2027-01-15T10:00:00Z | P12M | YEAR    | 2029-01-01T00:00:00Z
                    2027-12-31T23:59:59Z | P0D  | YEAR    | 2028-01-01T00:00:00Z
                    2027-12-31T00:00:00Z | P1D  | MONTH   | 2028-02-01T00:00:00Z
                    """)
    void roundsToTheEndOfAPeriod(String earned, String after, Period rounding, String expires) {
        Validity validity = new Validity(Span.NONE, new Expiry.After(span(after), rounding));

        assertThat(validity.term(Instant.parse(earned), ZoneId.of("Europe/London")))
                .isEqualTo(new Term(Instant.parse(earned), Instant.parse(expires)));
    }

    @Test
    void countsExpiryFromActivation() {
        // Given
        Validity validity = new Validity(span("P14D"), new Expiry.After(span("P1M"), Period.MONTH));

        // When
        Term term =
                validity.term(Instant.parse("2027-03-20T12:00:00Z"), ZoneId.of("Europe/London"));

        // Then: the clocks go forward on 28 March.
        assertThat(term)
                .isEqualTo(
                        new Term(
                                Instant.parse("2027-04-03T11:00:00Z"),
                                Instant.parse("2027-05-31T23:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-01T12:00:00Z, 2027-06-30T22:00:00Z",
        "2027-07-02T12:00:00Z, 2027-07-02T12:00:00Z"
    })
    void expiresAtTheEndOfADayOrAtOnce(String earned, String expires) {
        Validity validity = new Validity(Span.NONE, new Expiry.On(LocalDate.of(2027, 6, 30)));

        assertThat(validity.term(Instant.parse(earned), ZoneId.of("Europe/Paris")))
                .isEqualTo(new Term(Instant.parse(earned), Instant.parse(expires)));
    }

    @Test
    void isWithoutATermWhereNothingIsSaid() {
        assertThat(Validity.ALWAYS.term(Instant.EPOCH, ZoneId.of("UTC"))).isNull();
    }

    @Test
    void isPendingForEverBeforeItNeverExpires() {
        assertThat(new Validity(span("PT1H"), null).term(Instant.EPOCH, ZoneId.of("UTC")))
                .isEqualTo(new Term(Instant.EPOCH.plusSeconds(3600), null));
    }

    private static Span span(String text) {
        @Nullable Span span = Span.read(text);
        return Objects.requireNonNull(span);
    }
}
