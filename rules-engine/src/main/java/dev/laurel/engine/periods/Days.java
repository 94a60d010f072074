package dev.laurel.engine.periods;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive days.
 *
 * @param first the first one, {@code null} for all before the last
 * @param last the last one, {@code null} for all from the first
 */
public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {

    /** All days. */
    public static final Days ALL = new Days(null, null);

    public boolean contains(LocalDate date) {
        return (first == null || !date.isBefore(first)) && !haveEndedBy(date);
    }

    /** Whether the last of them is before that day. */
    public boolean haveEndedBy(LocalDate date) {
        return last != null && date.isAfter(last);
    }
}
