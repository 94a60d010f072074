package dev.laurel.tiers;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which points count towards tiers. */
public sealed interface Window {

    /** The first day whose points can count on a day. */
    LocalDate from(LocalDate day);

    /**
     * What decides about the tier on a day.
     *
     * @param until earnings before this day are known; the day itself or the one after
     */
    long measure(Earnings earnings, LocalDate day, LocalDate until);

    /** What was earned so far in the window that the day is in. */
    long earned(Earnings earnings, LocalDate day, LocalDate until);

    /** When points of a day begin to count for less, each later than the one before. */
    List<End> ends();

    /**
     * The first day after one that follows from an end of known points, {@code null} for none.
     *
     * @param of which day follows from an end; from a later end not an earlier day
     */
    default @Nullable LocalDate next(
            Earnings earnings, LocalDate day, UnaryOperator<LocalDate> of) {
        LocalDate next = null;
        for (End end : ends()) {
            LocalDate first = earnings.first(earned -> of.apply(end.of(earned)).isAfter(day));
            if (first != null) {
                LocalDate then = of.apply(end.of(first));
                next = next == null || then.isBefore(next) ? then : next;
            }
        }
        return next;
    }

    /** When points begin to count for less. */
    @FunctionalInterface
    interface End {

        /** For those of a day; those of a later day not before that. */
        LocalDate of(LocalDate day);
    }

    /**
     * The last while: points count until the same date a period later.
     *
     * @param period years, months, days; more than nothing
     */
    record Rolling(Period period) implements Window {

        @Override
        public LocalDate from(LocalDate day) {
            return day.minus(period).plusDays(1);
        }

        @Override
        public long measure(Earnings earnings, LocalDate day, LocalDate until) {
            return earnings.between(from(day), until);
        }

        @Override
        public long earned(Earnings earnings, LocalDate day, LocalDate until) {
            return measure(earnings, day, until);
        }

        /** The first day whose window begins later: 29 February plus a year is 1 March. */
        private LocalDate end(LocalDate day) {
            LocalDate end = day.plus(period);
            while (!from(end).isAfter(day)) {
                end = end.plusDays(1);
            }
            // Months and days back are not the way forth: 16 January and P1M15D come to 3 March.
            while (from(end.minusDays(1)).isAfter(day)) {
                end = end.minusDays(1);
            }
            return end;
        }

        @Override
        public List<End> ends() {
            return List.of(this::end);
        }
    }

    /** The year, and what was earned in one holds until the end of the next. */
    record CalendarYear() implements Window {

        @Override
        public LocalDate from(LocalDate day) {
            return LocalDate.of(day.getYear() - 1, 1, 1);
        }

        @Override
        public long measure(Earnings earnings, LocalDate day, LocalDate until) {
            LocalDate year = LocalDate.of(day.getYear(), 1, 1);
            return Math.max(
                    earnings.between(from(day), until.isBefore(year) ? until : year),
                    earned(earnings, day, until));
        }

        @Override
        public long earned(Earnings earnings, LocalDate day, LocalDate until) {
            return earnings.between(LocalDate.of(day.getYear(), 1, 1), until);
        }

        @Override
        public List<End> ends() {
            return List.of(
                    day -> LocalDate.of(day.getYear() + 1, 1, 1),
                    day -> LocalDate.of(day.getYear() + 2, 1, 1));
        }
    }

    /** All points ever. */
    record Lifetime() implements Window {

        @Override
        public LocalDate from(LocalDate day) {
            return LocalDate.MIN;
        }

        @Override
        public long measure(Earnings earnings, LocalDate day, LocalDate until) {
            return earnings.between(LocalDate.MIN, until);
        }

        @Override
        public long earned(Earnings earnings, LocalDate day, LocalDate until) {
            return measure(earnings, day, until);
        }

        @Override
        public List<End> ends() {
            return List.of();
        }
    }
}
