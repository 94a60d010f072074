package dev.laurel.engine.streaks;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.streaks.Streak.Activity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Says for which day activity counts. */
final class Days {

    /** Beyond these years neither people nor other software can do anything with a date. */
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /**
     * The day.
     *
     * @param today when the event happened
     * @throws ExpressionFailure when the activity names no day up to then
     */
    static LocalDate of(Activity activity, Variables variables, LocalDate today)
            throws ExpressionFailure {
        Expression named = activity.day();
        if (named == null) {
            if (today.getYear() < 0 || today.getYear() > LAST_YEAR) {
                throw new ExpressionFailure("event.time", "its year is " + today.getYear());
            }
            return today;
        }
        Object value = named.value(variables);
        try {
            LocalDate day = LocalDate.parse(value.toString());
            if (!day.isAfter(today) && day.getYear() >= 0 && today.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            throw named.failure("it was '%s', which is no day such as 2026-03-01".formatted(value));
        }
        throw named.failure("%s is not a day until %s".formatted(value, today));
    }
}
