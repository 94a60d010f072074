package dev.laurel.engine.periods;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How long what events did is remembered.
 *
 * @param duplicates days for which a duplicate of an event is known as one
 * @param reversals days after which an event can no longer be undone
 * @param lateness days, rounded up, after which an event no longer counts
 */
public record Retention(int duplicates, int reversals, int lateness) {

    /** Time zones put local dates off by a day on either side. */
    private static final int ZONES = 2;

    /** Clocks of producers may be ahead, but not for ever. */
    private static final int MOST_AHEAD = 366;

    /** Days, rounded up, of a duration. */
    public static int days(Duration duration) {
        return Math.toIntExact(duration.plusDays(1).minusNanos(1).toDays());
    }

    /** The last day on which a duplicate of what was recorded then can come. */
    public LocalDate untilForgotten(Instant recorded) {
        return utc(recorded).plusDays(duplicates);
    }

    /** The last day on which a reversal, or a duplicate, of such an event can come. */
    public LocalDate untilSettled(Instant time, Instant recorded) {
        LocalDate latest = utc(recorded).plusDays(MOST_AHEAD);
        LocalDate day = utc(time).isAfter(latest) ? latest : utc(time);
        LocalDate settled = day.plusDays(reversals + lateness + ZONES);
        LocalDate forgotten = untilForgotten(recorded);
        return settled.isAfter(forgotten) ? settled : forgotten;
    }

    /** Whether an event of the one day can undo an event of the other. */
    public boolean isReversible(LocalDate original, LocalDate reversal) {
        return ChronoUnit.DAYS.between(original, reversal) <= reversals;
    }

    /**
     * Whether nothing of a day can change any more by events that are not imported.
     *
     * @param recorded when the present event was recorded
     */
    public boolean isClosed(LocalDate day, Instant recorded) {
        int longest = Math.max(duplicates, reversals + lateness);
        return day.isBefore(utc(recorded).minusDays(longest + ZONES));
    }

    /**
     * Whether an event that happened then may be a duplicate that is no longer known as one.
     *
     * @param liveSince the day of the first event that was not imported
     */
    public boolean isForgotten(Instant time, Instant recorded, LocalDate liveSince) {
        LocalDate day = utc(time);
        return !day.isBefore(liveSince) && day.isBefore(utc(recorded).minusDays(duplicates));
    }

    /** The day in UTC. */
    public static LocalDate utc(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
