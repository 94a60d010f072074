package dev.laurel.engine.streaks;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.streaks.Pauses.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code pauses} of a streak: local days, alone or from the first to the last. */
final class PauseReader {

    private static final int MOST_PAUSES = 200;
    private static final int LONGEST_PAUSE = 366;

    private PauseReader() {}

    static Pauses read(Section streak) {
        Object value = streak.value("pauses");
        if (value == null) {
            return Pauses.NONE;
        }
        if (!(value instanceof List<?> list) || list.size() > MOST_PAUSES) {
            streak.problem(
                    "pauses",
                    "Expected a list of at most %d, but it was %s."
                            .formatted(MOST_PAUSES, Section.shown(value)));
            return Pauses.NONE;
        }
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Range range = range(list.get(i));
            if (range == null) {
                streak.problems()
                        .add(
                                streak.place("pauses").child(i).pointer(),
                                "Expected a day such as 2026-12-25, or a first and a last one such as 2026-12-24/2027-01-01 with at most %d days, but it was %s."
                                        .formatted(LONGEST_PAUSE, Section.shown(list.get(i))));
            } else {
                ranges.add(range);
            }
        }
        return new Pauses(ranges);
    }

    private static @Nullable Range range(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        String[] days = text.split("/", -1);
        try {
            LocalDate first = LocalDate.parse(days[0].strip());
            LocalDate last = LocalDate.parse(days[days.length - 1].strip());
            long length = ChronoUnit.DAYS.between(first, last) + 1;
            boolean valid = days.length <= 2 && length >= 1 && length <= LONGEST_PAUSE;
            return valid && first.getYear() >= 0 && last.getYear() <= 9999
                    ? new Range(first, last)
                    : null;
        } catch (DateTimeException noDays) {
            return null;
        }
    }
}
