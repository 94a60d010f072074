package dev.laurel.engine.wallets;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 8601 duration by the calendar, such as {@code P1M} or {@code P14D}, or by the clock, such
 * as {@code PT36H}. A month after 31 January is the last day of February; days keep the time of
 * day, which a change of the clocks that leaves it out moves on by what was left out.
 */
public record Span(TemporalAmount amount) {

    private static final Pattern CALENDAR = Pattern.compile("P(\\d+[YMWD])+");

    /** None at all. */
    public static final Span NONE = new Span(Period.ZERO);

    /** Reads one of at most ten years, {@code null} where the text is none. */
    public static @Nullable Span read(String text) {
        try {
            Span span =
                    new Span(
                            CALENDAR.matcher(text).matches()
                                    ? Period.parse(text)
                                    : Duration.parse(text));
            ZonedDateTime any = ZonedDateTime.parse("2000-01-01T00:00Z");
            ZonedDateTime after = span.after(any);
            return after.isBefore(any) || after.isAfter(any.plusYears(10)) ? null : span;
        } catch (DateTimeException | ArithmeticException notOne) {
            return null;
        }
    }

    /** Whether it is none at all, such as {@code P0D} or {@code PT0S}. */
    boolean isNone() {
        ZonedDateTime any = ZonedDateTime.parse("2000-01-01T00:00Z");
        return after(any).isEqual(any);
    }

    ZonedDateTime after(ZonedDateTime time) {
        return time.plus(amount);
    }
}
