package dev.laurel.crm.delivery.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.delivery.Condition;
import dev.laurel.crm.delivery.DayPlan;
import dev.laurel.crm.delivery.Forecast;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries stand, as a caller sees it.
 *
 * @param state of the connection; {@code paused} when somebody paused it
 * @param catchingUp whether news from before the connection are still to be taken in, so that more
 *     members will be pending
 * @param pending members with changes that the CRM does not know
 * @param pendingByLane of them, by how urgent they are
 * @param oldestPending when the longest waiting of these changes came
 * @param lagSeconds how long that is ago
 * @param unlinked members without a contact, by reason
 * @param withheld of those linked, the members who may not be written, as they did not consent
 * @param failures members whose data the CRM does not take, by the vendor's code
 * @param drifted members whose contact was found to be another than it is to be
 * @param plan what is to be expected of the quota
 */
record StandingView(
        String state,
        String reason,
        @Nullable Instant until,
        boolean catchingUp,
        long pending,
        Map<String, Long> pendingByLane,
        @Nullable Instant oldestPending,
        double lagSeconds,
        long linked,
        Map<String, Long> unlinked,
        long withheld,
        Map<String, Long> failures,
        long drifted,
        TodayView today,
        PlanView plan) {

    /**
     * @param calls made since midnight UTC
     * @param quota how many there may be
     * @param written records written by them
     */
    record TodayView(long calls, long quota, long written) {}

    /**
     * What the quota makes of what is pending, as {@link Forecast} says.
     *
     * @param allowed calls of this UTC day
     * @param used of them
     * @param reservedForUrgent of the others, those that only tiers, badges and consents may use
     * @param membersToday pending members that are delivered until midnight UTC
     * @param doneAt when all that is pending now is delivered, by lane
     */
    record PlanView(
            long allowed,
            long used,
            long reservedForUrgent,
            long membersToday,
            Map<String, Instant> doneAt) {

        private static PlanView of(Connection connection, Standing standing, Instant now) {
            int allowed = connection.quota().callsPerDay();
            Forecast forecast =
                    Forecast.of(
                            new DayPlan(allowed),
                            standing.pending(),
                            connection.kind().membersPerCall(),
                            standing.calls(),
                            now);
            Map<String, Instant> doneAt = new TreeMap<>();
            forecast.doneAt().forEach((lane, at) -> doneAt.put(name(lane), at));
            return new PlanView(
                    allowed, standing.calls(), forecast.reserved(), forecast.today(), doneAt);
        }
    }

    static StandingView of(Connection connection, Standing standing, Instant now) {
        Condition condition = standing.condition();
        Map<String, Long> lanes = new TreeMap<>();
        standing.pending().forEach((lane, members) -> lanes.put(name(lane), members));
        Instant oldest = standing.oldest();
        return new StandingView(
                connection.paused() ? "paused" : condition.state().name().toLowerCase(Locale.ROOT),
                connection.paused() ? "" : condition.reason(),
                condition.until().isAfter(now) ? condition.until() : null,
                standing.catchingUp(),
                lanes.values().stream().mapToLong(Long::longValue).sum(),
                lanes,
                oldest,
                oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis() / 1000.0),
                standing.linked(),
                standing.unlinked(),
                standing.withheld(),
                standing.failures(),
                standing.drifted(),
                new TodayView(
                        standing.calls(), connection.quota().callsPerDay(), standing.written()),
                PlanView.of(connection, standing, now));
    }

    private static String name(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }
}
