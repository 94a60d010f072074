package dev.laurel.engine.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** A kind of calendar period. */
public enum Period {
    DAY(0),
    /** Monday to Sunday, as in ISO 8601. */
    WEEK(1),
    MONTH(2),
    YEAR(3),
    EVER(4);

    private final int code;

    Period(int code) {
        this.code = code;
    }

    /** What stands for it in binary records. */
    public int code() {
        return code;
    }

    /** Numbers the periods of this kind; the same for all dates of one period. */
    public long indexOf(LocalDate date) {
        return switch (this) {
            case DAY -> date.toEpochDay();
            case WEEK -> Math.floorDiv(date.toEpochDay() + 3, 7); // 1970-01-01 was a Thursday
            case MONTH -> date.getYear() * 12L + date.getMonthValue() - 1;
            case YEAR -> date.getYear();
            case EVER -> 0;
        };
    }

    /** The word of the program language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When that is, for people, such as {@code on 2011-11-03} or {@code in 2011}. */
    public String phrase(LocalDate date) {
        return switch (this) {
            case DAY -> "on " + date;
            case WEEK -> "in the week of " + date.minusDays(date.getDayOfWeek().getValue() - 1L);
            case MONTH -> "in " + YearMonth.from(date);
            case YEAR -> "in " + date.getYear();
            case EVER -> "before";
        };
    }
}
