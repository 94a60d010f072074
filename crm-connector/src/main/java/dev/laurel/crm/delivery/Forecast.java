package dev.laurel.crm.delivery;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the day's plan makes of what waits now: no change is added, contacts are known, and nothing
 * goes wrong. More is delivered than that where urgent calls have room for others.
 *
 * @param reserved calls of the day that are left to urgent changes alone
 * @param today members that are delivered until midnight
 * @param doneAt by lane that something waits in, when all of it is delivered; without those whose
 *     lane has not a single call of a day
 */
public record Forecast(long reserved, long today, Map<Lane, Instant> doneAt) {

    public Forecast {
        doneAt = Map.copyOf(doneAt);
    }

    /**
     * Foresees.
     *
     * @param pending members by lane
     * @param membersPerCall how many one call is for
     * @param used calls of today
     */
    public static Forecast of(
            DayPlan plan, Map<Lane, Long> pending, int membersPerCall, long used, Instant now) {
        long left = Math.max(0, plan.callsPerDay() - used);
        long reserved = Math.min(left, plan.callsPerDay() - plan.share(Lane.ROUTINE));
        Map<Lane, Instant> doneAt = new EnumMap<>(Lane.class);
        long today = 0;
        long calls = 0;
        for (Lane lane : Lane.values()) {
            long members = pending.getOrDefault(lane, 0L);
            if (members > 0) {
                long needed = Math.ceilDiv(members, membersPerCall);
                long possible = Math.max(0, plan.share(lane) - used - calls);
                today += Math.min(members, possible * membersPerCall);
                calls += needed;
                Instant last = plan.last(lane, used, calls, now);
                if (last != null) {
                    doneAt.put(lane, last);
                }
            }
        }
        return new Forecast(reserved, today, doneAt);
    }
}
