package dev.laurel.engine.challenges;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.periods.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads when a challenge is {@code open}. */
final class DaysReader {

    private static final String NO_END = "..";

    private DaysReader() {}

    /**
     * All days where the challenge does not say, {@code null} where it says what makes no sense.
     */
    static @Nullable Days read(Section section) {
        if (!section.has("open")) {
            return Days.ALL;
        }
        String text = section.text("open");
        if (text == null) {
            return null;
        }
        String[] ends = text.split("/", -1);
        try {
            if (ends.length == 2) {
                Days days = new Days(day(ends[0].strip()), day(ends[1].strip()));
                if (days.first() == null || !days.haveEndedBy(days.first())) {
                    return days;
                }
            }
        } catch (DateTimeException notDays) {
            // the same problem as any other text
        }
        section.problem(
                "open",
                "Expected a first and a last day such as 2011-11-01/2011-12-24, or '..' for no end, but it was '%s'."
                        .formatted(text));
        return null;
    }

    private static @Nullable LocalDate day(String text) {
        return text.equals(NO_END) ? null : LocalDate.parse(text);
    }
}
