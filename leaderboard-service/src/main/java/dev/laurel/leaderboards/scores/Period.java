package dev.laurel.leaderboards.scores;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What a score is summed over. Periods are cut by the day of the event, never by arrival. */
public sealed interface Period {

    /** Everything that ever happened. */
    record AllTime() implements Period {
        @Override
        public String toString() {
            return "all-time";
        }
    }

    /** A month of the program's time zone, written as {@code 2011-11}. */
    record Month(YearMonth month) implements Period {
        @Override
        public String toString() {
            return month.toString();
        }
    }

    AllTime ALL_TIME = new AllTime();

    /** The periods that a day counts in. */
    static List<Period> of(LocalDate day) {
        return List.of(ALL_TIME, new Month(YearMonth.from(day)));
    }

    /**
     * Reads the form that {@code toString()} writes.
     *
     * @throws java.time.DateTimeException when it is no period
     */
    static Period parse(String text) {
        return text.equals(ALL_TIME.toString()) ? ALL_TIME : new Month(YearMonth.parse(text));
    }
}
