package dev.laurel.engine.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A kind of calendar period, from the shortest to the longest. */
public enum Period {
    /** By the wall clock; one that a change of the clock repeats is two. */
    HOUR(5),
    DAY(0),
    /** Monday to Sunday, as in ISO 8601. */
    WEEK(1),
    MONTH(2),
    /** January to March, and so on. */
    QUARTER(6),
    YEAR(3),
    EVER(4);

    private static final long MINUTES_PER_DAY = 24 * 60;

    private final int code;

    Period(int code) {
        this.code = code;
    }

    /** What stands for it in binary records. */
    public int code() {
        return code;
    }

    /** Numbers the periods of this kind; the same for all times of one period. */
    public long indexOf(ZonedDateTime time) {
        return this == HOUR
                ? Math.floorDiv(time.truncatedTo(ChronoUnit.HOURS).toEpochSecond(), 60)
                : indexOf(time.toLocalDate());
    }

    /**
     * Numbers the periods of this kind; the same for all dates of one period.
     *
     * @throws IllegalArgumentException for hours, of which a date has many
     */
    public long indexOf(LocalDate date) {
        return switch (this) {
            case HOUR ->
                    throw new IllegalArgumentException(
                            "Expected a time to find its hour, but there was only %s."
                                    .formatted(date));
            case DAY -> date.toEpochDay();
            case WEEK -> Math.floorDiv(date.toEpochDay() + 3, 7); // 1970-01-01 was a Thursday
            case MONTH -> date.getYear() * 12L + date.getMonthValue() - 1;
            case QUARTER -> date.getYear() * 4L + (date.getMonthValue() - 1) / 3;
            case YEAR -> date.getYear();
            case EVER -> 0;
        };
    }

    /** The first day of a period that {@link #indexOf} numbers; of {@link #EVER} the epoch. */
    public LocalDate firstDay(long index) {
        return switch (this) {
            case HOUR -> LocalDate.ofEpochDay(Math.floorDiv(index, MINUTES_PER_DAY)); // in UTC
            case DAY -> LocalDate.ofEpochDay(index);
            case WEEK -> LocalDate.ofEpochDay(index * 7 - 3);
            case MONTH -> firstOfMonth(index);
            case QUARTER -> firstOfMonth(index * 3);
            case YEAR -> firstOfMonth(index * 12);
            case EVER -> LocalDate.EPOCH;
        };
    }

    /** The last day of a period, {@code null} when it has none. */
    public @Nullable LocalDate lastDay(long index) {
        LocalDate first = firstDay(index);
        return switch (this) {
            case HOUR, DAY -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> first.plusMonths(1).minusDays(1);
            case QUARTER -> first.plusMonths(3).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
            case EVER -> null;
        };
    }

    private static LocalDate firstOfMonth(long months) {
        return LocalDate.of(
                Math.toIntExact(Math.floorDiv(months, 12)),
                (int) Math.floorMod(months, 12L) + 1,
                1);
    }

    /**
     * Whether each of its periods lies within one of the other kind; a week can be in two months.
     */
    public boolean isWithin(Period other) {
        return switch (other) {
            case EVER -> true;
            case HOUR, DAY -> compareTo(other) <= 0;
            case WEEK -> compareTo(WEEK) <= 0;
            case MONTH, QUARTER, YEAR -> compareTo(other) <= 0 && this != WEEK;
        };
    }

    /** The word of the program language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When that is, for people, such as {@code on 2011-11-03} or {@code in 2011}. */
    public String phrase(ZonedDateTime time) {
        return this == HOUR
                ? "on %s from %02d:00".formatted(time.toLocalDate(), time.getHour())
                : phrase(time.toLocalDate());
    }

    /** When that is, for people. */
    public String phrase(LocalDate date) {
        return switch (this) {
            case HOUR, DAY -> "on " + date;
            case WEEK -> "in the week of " + date.minusDays(date.getDayOfWeek().getValue() - 1L);
            case MONTH -> "in " + YearMonth.from(date);
            case QUARTER ->
                    "in quarter %d of %d".formatted((date.getMonthValue() + 2) / 3, date.getYear());
            case YEAR -> "in " + date.getYear();
            case EVER -> "before";
        };
    }
}
