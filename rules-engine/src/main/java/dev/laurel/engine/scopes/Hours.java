package dev.laurel.engine.scopes;

import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a day by the wall clock. They go over midnight where they end before they begin, and
 * then belong to the day on which they began.
 *
 * @param from minute of the day with which they begin
 * @param until minute of the day with which they are over, up to 1440
 */
record Hours(int from, int until) {

    private static final Pattern TEXT =
            Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)\\s*-\\s*([01]\\d|2[0-4]):([0-5]\\d)");
    private static final int DAY = 24 * 60;
    private static final Integer YESTERDAY = -1;

    /** Reads {@code 17:00-19:00}, {@code null} where it is none. */
    static @Nullable Hours read(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return null;
        }
        int from = minute(parts.group(1), parts.group(2));
        int until = minute(parts.group(3), parts.group(4));
        boolean sensible = from < DAY && until <= DAY && until > 0 && from != until;
        return sensible ? new Hours(from, until) : null;
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    /** The day to which a time within the hours belongs, counted from its own; null outside. */
    @Nullable Integer dayOf(LocalDateTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        if (from < until) {
            return minute >= from && minute < until ? (Integer) 0 : null;
        }
        if (minute >= from) {
            return 0;
        }
        return minute < until ? YESTERDAY : null;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, until / 60, until % 60);
    }
}
