package dev.laurel.leaderboards.scores;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How time is cut into periods. {@code toString()} writes what {@link #parse} reads: the word of
 * the program language, the first and the last day of a season, or how many days a window has.
 */
public sealed interface Cycle permits Calendar, Season, Rolling {

    /** The period that a day is in, empty for a day in none. */
    Optional<Period> periodOf(LocalDate day);

    /** The period of a name, empty when none of its periods has it. */
    Optional<Period> period(String name);

    /**
     * Reads what {@code toString()} writes.
     *
     * @throws DateTimeException when it is none of these
     * @throws IllegalArgumentException when the days are the wrong way round
     */
    static Cycle parse(String text) {
        String[] ends = text.split("/", -1);
        return ends.length == 2
                ? new Season(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]))
                : Calendar.of(text)
                        .<Cycle>map(calendar -> calendar)
                        .or(() -> Rolling.of(text))
                        .orElseThrow(() ->
                                new DateTimeException(
                                        "Expected a cycle, but it was '%s'.".formatted(text)));
    }
}
