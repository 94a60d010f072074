package dev.laurel.crm.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Spreads a day's calls over the day. Urgent ones are made until there are none left; the others
 * keep a distance that lets their share last until midnight, after a good start. What has to wait
 * is coalesced meanwhile, so that waiting costs time and no data.
 *
 * @param callsPerDay in a UTC day
 */
record DayPlan(int callsPerDay) {

    /** The part of the day's calls that may be made at once. */
    private static final double START = 0.1;

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * When a call of that lane may be made: now, later today, or at midnight.
     *
     * @param used calls of today
     */
    Instant next(Lane lane, long used, Instant now) {
        Instant midnight = day(now).atStartOfDay(ZoneOffset.UTC).toInstant();
        double allowed = callsPerDay * lane.share();
        if (used + 1 > allowed) {
            return midnight.plus(DAY);
        }
        if (lane == Lane.URGENT) {
            return now;
        }
        double dueAt = Math.max(0, (used + 1) / allowed - START);
        Instant earliest = midnight.plusMillis(Math.round(DAY.toMillis() * dueAt));
        return earliest.isAfter(now) ? earliest : now;
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
