package dev.laurel.cloudevents;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as RFC 3339 writes them: {@code 2011-11-01T08:26:00Z} or with an offset such as
 * {@code +01:00}. Digits beyond nanoseconds are cut off.
 */
final class Rfc3339 {

    private static final int SHORTEST = "2011-11-01T08:26:00Z".length();
    private static final int FRACTION = "2011-11-01T08:26:00".length();
    private static final int NANO_DIGITS = 9;

    private Rfc3339() {}

    /** The instant, or {@code null} when the text is something else. */
    static @Nullable Instant parse(String text) {
        if (text.length() < SHORTEST
                || !Character.isDigit(text.charAt(0))
                || text.charAt(4) != '-'
                || (text.charAt(10) != 'T' && text.charAt(10) != 't')) {
            return null;
        }
        try {
            return Instant.parse(withNanosAtMost(text));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static String withNanosAtMost(String text) {
        if (text.charAt(FRACTION) != '.') {
            return text;
        }
        int end = FRACTION + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int kept = Math.min(end, FRACTION + 1 + NANO_DIGITS);
        return text.substring(0, kept) + text.substring(end);
    }
}
