package dev.laurel.scoring.programs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often something begins anew, by the calendar. */
public enum Every {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The one that the program language calls so. */
    public static Optional<Every> of(Object word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findAny();
    }

    /** The word of the program language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period that a date is in. */
    public LocalDate firstDay(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER ->
                    date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** The last day of a period, given its first one. */
    public LocalDate lastDay(LocalDate first) {
        return switch (this) {
            case DAY -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> first.plusMonths(1).minusDays(1);
            case QUARTER -> first.plusMonths(3).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
        };
    }
}
