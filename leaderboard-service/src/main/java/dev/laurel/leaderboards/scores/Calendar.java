package dev.laurel.leaderboards.scores;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cycles that never end: those of the calendar, and all of time as one. */
public enum Calendar implements Cycle {
    ALL_TIME("all-time"),
    DAY("day"),
    /** From Monday; the week belongs to the year of its Thursday (ISO 8601). */
    WEEK("week"),
    MONTH("month"),
    QUARTER("quarter"),
    YEAR("year");

    private static final int LAST_YEAR = 9999;

    private final String word;

    Calendar(String word) {
        this.word = word;
    }

    /** Reads the word that the program language has for it. */
    public static Optional<Calendar> of(@Nullable String word) {
        for (Calendar calendar : values()) {
            if (calendar.word.equals(word)) {
                return Optional.of(calendar);
            }
        }
        return Optional.empty();
    }

    /** Years that four digits cannot write have no periods but all of time. */
    @Override
    public Optional<Period> periodOf(LocalDate day) {
        return this != ALL_TIME && (day.getYear() < 1 || day.getYear() >= LAST_YEAR)
                ? Optional.empty()
                : Optional.of(cut(day));
    }

    @Override
    public Optional<Period> period(String name) {
        try {
            return periodOf(firstDay(name)).filter(period -> period.name().equals(name));
        } catch (DateTimeException | NumberFormatException noPeriod) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return word;
    }

    private Period cut(LocalDate day) {
        return switch (this) {
            case ALL_TIME -> Period.ALL_TIME;
            case DAY -> new Period(day.toString(), day, day);
            case WEEK -> week(day);
            case MONTH -> month(day);
            case QUARTER -> quarter(day);
            case YEAR -> year(day);
        };
    }

    private LocalDate firstDay(String name) {
        return switch (this) {
            case ALL_TIME -> LocalDate.EPOCH;
            case DAY -> LocalDate.parse(name);
            case WEEK -> LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            case MONTH -> YearMonth.parse(name).atDay(1);
            case QUARTER -> firstOfQuarter(name);
            case YEAR -> LocalDate.parse(name + "-01-01");
        };
    }

    private static Period week(LocalDate day) {
        LocalDate monday = day.with(previousOrSame(DayOfWeek.MONDAY));
        int year = day.get(IsoFields.WEEK_BASED_YEAR);
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return new Period("%04d-W%02d".formatted(year, week), monday, monday.plusDays(6));
    }

    private static Period month(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return new Period(month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    private static Period quarter(LocalDate day) {
        LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
        int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
        return new Period(
                "%04d-Q%d".formatted(day.getYear(), quarter),
                first,
                first.plusMonths(3).minusDays(1));
    }

    private static LocalDate firstOfQuarter(String name) {
        String[] parts = name.split("-Q", -1);
        if (parts.length != 2) {
            throw new DateTimeException("Expected a quarter, but it was '%s'.".formatted(name));
        }
        int month = Math.multiplyExact(3, Integer.parseInt(parts[1])) - 2;
        return LocalDate.of(Integer.parseInt(parts[0]), month, 1);
    }

    private static Period year(LocalDate day) {
        LocalDate first = day.withDayOfYear(1);
        return new Period("%04d".formatted(day.getYear()), first, first.plusYears(1).minusDays(1));
    }
}
