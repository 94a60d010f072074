package dev.laurel.crm.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Spreads a day's calls over the day: each lane keeps a distance that lets its share last until
 * midnight, after a start that is the better, the more urgent it is. What has to wait is coalesced
 * meanwhile, so that waiting costs time and no data. Urgent calls wait as well, but for seconds:
 * one for each of a day's tier changes would have none left by noon, and those of an afternoon
 * would come the next day.
 *
 * @param callsPerDay in a UTC day
 */
public record DayPlan(int callsPerDay) {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * When a call of that lane may be made: now, later today, or at midnight.
     *
     * @param used calls of today
     */
    Instant next(Lane lane, long used, Instant now) {
        if (used + 1 > allowed(lane)) {
            return midnight(now).plus(DAY);
        }
        double dueAt = Math.max(0, (used / allowed(lane) - lane.start()) / (1 - lane.start()));
        Instant earliest = midnight(now).plusMillis(Math.round(DAY.toMillis() * dueAt));
        return earliest.isAfter(now) ? earliest : now;
    }

    /** When there is a call left of the day, whatever it is for: now or at midnight. */
    Instant left(long used, Instant now) {
        return used + 1 > callsPerDay ? midnight(now).plus(DAY) : now;
    }

    /**
     * When the last of so many calls is made, if nothing else is called: today or on another day.
     *
     * @param used calls of today
     * @param calls at least one
     * @return {@code null} for never, as the lane has less than a call of a day
     */
    @Nullable Instant last(Lane lane, long used, long calls, Instant now) {
        long perDay = (long) allowed(lane);
        long today = Math.max(0, perDay - used);
        if (calls <= today) {
            return next(lane, used + calls - 1, now);
        }
        if (perDay == 0) {
            return null;
        }
        long before = calls - today - 1;
        Instant morning = midnight(now).plus(DAY.multipliedBy(1 + before / perDay));
        return next(lane, before % perDay, morning);
    }

    /** How many of a day's calls are used when a lane has to stop. */
    long share(Lane lane) {
        return (long) allowed(lane);
    }

    private double allowed(Lane lane) {
        return callsPerDay * lane.share();
    }

    private static Instant midnight(Instant now) {
        return day(now).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
