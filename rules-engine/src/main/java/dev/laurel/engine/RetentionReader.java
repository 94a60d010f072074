package dev.laurel.engine;

import dev.laurel.engine.document.Durations;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.periods.Retention;
import java.time.Duration;
import java.util.Set;

/** Reads {@code retention}: how long what events did is remembered. */
final class RetentionReader {

    private static final String DUPLICATES = "duplicates";
    private static final String REVERSALS = "reversals";
    private static final int MOST_DAYS = 3_660;

    private RetentionReader() {}

    /** Reads it, with the defaults in place of what is wrong. */
    static Retention read(Section document, Duration lateness) {
        Section section = document.section("retention");
        int late = Retention.days(lateness);
        if (section == null) {
            return new Retention(Math.max(90, late), 180, late);
        }
        section.words(Set.of(DUPLICATES, REVERSALS), Set.of());
        int duplicates = days(section, DUPLICATES, Math.max(90, late));
        int reversals = days(section, REVERSALS, 180);
        if (duplicates < late) {
            section.problem(
                    DUPLICATES,
                    "Expected at least the lateness, %s, or else an event could count twice, but it was P%dD."
                            .formatted(lateness, duplicates));
        }
        return new Retention(duplicates, reversals, late);
    }

    private static int days(Section section, String key, int otherwise) {
        String text = section.text(key);
        if (text == null) {
            return otherwise;
        }
        Duration duration = Durations.read(text);
        if (duration == null
                || duration.toDays() < 1
                || duration.toDays() > MOST_DAYS
                || !duration.equals(Duration.ofDays(duration.toDays()))) {
            section.problem(
                    key,
                    "Expected whole days or weeks such as P90D, at most P%dD, but it was '%s'."
                            .formatted(MOST_DAYS, text));
            return otherwise;
        }
        return Math.toIntExact(duration.toDays());
    }
}
