package dev.laurel.engine.scopes;

import dev.laurel.engine.periods.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days and hours at which a mechanic is in force, by an event's local time.
 *
 * @param first its first day, {@code null} for no beginning
 * @param last its last day, {@code null} for no end
 * @param days days of the week, all of them for no choice
 * @param hours hours of the day, {@code null} for all of them
 * @param clock whose days and hours
 */
public record Schedule(
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        Set<DayOfWeek> days,
        @Nullable Hours hours,
        Clock clock) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    public Schedule {
        days = Set.copyOf(days);
    }

    /** At all times. */
    public static Schedule always(Clock clock) {
        return new Schedule(null, null, Set.of(DayOfWeek.values()), null, clock);
    }

    /** Whether there is a time at which it is not in force. */
    public boolean isBounded() {
        return first != null || last != null || days.size() < 7 || hours != null;
    }

    /**
     * Why a time is outside, {@code null} when it is within. The hours after midnight count for the
     * day on which they began.
     */
    @Nullable String miss(ZonedDateTime time) {
        Integer shift = hours == null ? (Integer) 0 : hours.dayOf(time.toLocalDateTime());
        if (shift == null) {
            return "Expected %s, but it was %s.".formatted(this, shown(time));
        }
        LocalDate day = time.toLocalDate().plusDays(shift);
        boolean within =
                (first == null || !day.isBefore(first))
                        && (last == null || !day.isAfter(last))
                        && days.contains(day.getDayOfWeek());
        return within ? null : "Expected %s, but it was %s.".formatted(this, shown(time));
    }

    /** Whether a date is within its dates, and a day of the week one of its days. */
    public boolean includes(LocalDate date, DayOfWeek day) {
        return (first == null || !date.isBefore(first))
                && (last == null || !date.isAfter(last))
                && days.contains(day);
    }

    /** Whether no day is within both the dates and the days of the week. */
    public boolean isEmpty() {
        if (first == null || last == null || last.toEpochDay() - first.toEpochDay() >= 6) {
            return false;
        }
        return first.datesUntil(last.plusDays(1)).noneMatch(d -> days.contains(d.getDayOfWeek()));
    }

    /** Whether no day is within the dates of both, on whatever clock. */
    public boolean isApartFrom(Schedule other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    /** With a day to spare, as zones are up to 26 hours apart. */
    private boolean endsBefore(Schedule other) {
        return last != null && other.first != null && last.plusDays(2).isBefore(other.first);
    }

    private static String shown(ZonedDateTime time) {
        return "%s %s in %s"
                .formatted(word(time.getDayOfWeek()), MINUTES.format(time), time.getZone().getId());
    }

    /** The word of the program language. */
    static String word(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }

    /** For people, such as {@code 2011-11-01 to 2011-12-24 on sat, sun at 17:00-19:00}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(dates());
        if (days.size() < 7) {
            text.append(
                    days.stream()
                            .sorted()
                            .map(Schedule::word)
                            .collect(Collectors.joining(", ", " on ", "")));
        }
        if (hours != null) {
            text.append(" at ").append(hours);
        }
        return text.toString().strip();
    }

    private String dates() {
        if (first == null) {
            return last == null ? "" : "a day until " + last;
        }
        return last == null ? "a day from " + first : "a day from %s to %s".formatted(first, last);
    }
}
