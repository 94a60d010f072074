package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import java.time.Instant;
import java.time.LocalDate;

/** What a connection may call, of a day and within its window. Not thread-safe. */
final class Ration {

    /** Of a lane's day that one batch may take: on a small day the next one need not wait long. */
    private static final int QUARTER = 4;

    private final Connection connection;
    private final Deliveries deliveries;
    private final DayPlan plan;
    private final RollingWindow window;
    private LocalDate day;
    private long used;

    Ration(Connection connection, Deliveries deliveries, Instant now) {
        this.connection = connection;
        this.deliveries = deliveries;
        this.plan = new DayPlan(connection.quota().callsPerDay());
        this.window =
                new RollingWindow(connection.quota().callsPerWindow(), connection.quota().window());
        this.day = DayPlan.day(now);
        this.used = deliveries.calls(connection.id(), day);
        // What was called before is not known one by one, so all of it counts as called last.
        Recent recent = deliveries.recent(connection.id(), connection.quota().window());
        window.fill(recent.lastCall(), recent.calls());
    }

    /** When the day's plan lets a call of that lane through: now or later. */
    Instant planned(Lane lane, int weight, Instant now) {
        turnTo(now);
        return plan.next(lane, used + weight - 1, now);
    }

    /** When the day has so many left: now or at midnight. */
    Instant left(int weight, Instant now) {
        turnTo(now);
        return plan.left(used + weight - 1, now);
    }

    /** For how many calls one batch of that lane may count today; at least one. */
    long most(Lane lane, Instant now) {
        turnTo(now);
        long share = plan.share(lane);
        return Math.max(1, Math.min(share / QUARTER, share - used));
    }

    private void turnTo(Instant now) {
        LocalDate today = DayPlan.day(now);
        if (!today.equals(day)) {
            day = today;
            used = deliveries.calls(connection.id(), today);
        }
    }

    /** When the window has so many left: now or later. */
    Instant free(int weight, Instant now) {
        return window.next(weight, now);
    }

    void take(int weight, Instant now) {
        for (int each = 0; each < weight; each++) {
            window.add(now);
        }
        used += weight;
    }

    /**
     * Takes what others have used of it.
     *
     * @param calls the day's, by everybody
     */
    void counted(long calls, Instant now) {
        window.fill(now, calls - used);
        used = Math.max(used, calls);
    }

    /** How much of the day's calls is used. */
    @Override
    public String toString() {
        return "%d of %d calls of the day".formatted(used, connection.quota().callsPerDay());
    }
}
