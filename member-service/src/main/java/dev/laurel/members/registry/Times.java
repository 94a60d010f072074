package dev.laurel.members.registry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads times at which something was.
 *
 * @param now none is later
 */
record Times(Faults faults, Instant now) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** In milliseconds; {@code null} for none, and for a fault. */
    @Nullable Instant read(String pointer, @Nullable Object value) {
        Instant time = null;
        if (value instanceof String text) {
            try {
                Instant parsed = OffsetDateTime.parse(text).toInstant();
                if (!parsed.isAfter(now) && !parsed.isBefore(EARLIEST)) {
                    time = parsed.truncatedTo(ChronoUnit.MILLIS);
                }
            } catch (DateTimeException malformed) {
                time = null;
            }
        }
        if (value != null && time == null) {
            faults.add(pointer, "an RFC 3339 time that has passed", value);
        }
        return time;
    }
}
