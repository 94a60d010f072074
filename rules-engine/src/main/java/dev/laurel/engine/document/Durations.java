package dev.laurel.engine.document;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601 durations of fixed length: weeks, or days and shorter. */
public final class Durations {

    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");

    private Durations() {}

    /** Reads one, {@code null} where the text is none. */
    public static @Nullable Duration read(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Duration.ofDays(7 * Long.parseLong(weeks.group(1)));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException notADuration) {
            return null;
        }
    }
}
