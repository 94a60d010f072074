package dev.laurel.engine.periods;

import java.time.LocalDate;
import java.util.Locale;

/** A kind of calendar period. */
public enum Period {
    DAY,
    /** Monday to Sunday, as in ISO 8601. */
    WEEK,
    MONTH,
    YEAR,
    EVER;

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
}
