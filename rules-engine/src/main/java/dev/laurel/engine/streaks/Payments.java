package dev.laurel.engine.streaks;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.state.StreakState;
import dev.laurel.engine.state.StreakState.Given;
import dev.laurel.engine.state.StreakState.Paid;
import dev.laurel.engine.streaks.Streak.Milestone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pays and takes back the difference between what a streak has reached and what it was paid for.
 */
final class Payments {

    private final Streak streak;
    private final EffectIds ids;
    private final Map<Integer, Paid> paid;
    private final List<PointsEffect> points = new ArrayList<>();
    private final Set<String> granted = new LinkedHashSet<>();
    private final Set<String> withdrawn = new LinkedHashSet<>();

    Payments(Streak streak, StreakState state, EffectIds ids) {
        this.streak = streak;
        this.ids = ids;
        this.paid = new TreeMap<>(state.paid());
    }

    /** What has been paid in the end, by the length of the milestone. */
    Map<Integer, Paid> paid() {
        return paid;
    }

    List<PointsEffect> points() {
        return points;
    }

    /** Badges that there is a ground for now. */
    Set<String> granted() {
        return granted;
    }

    /** Badges for which the last ground has gone. */
    Set<String> withdrawn() {
        return withdrawn;
    }

    /**
     * Settles.
     *
     * @param reached how many runs reached each milestone, by its length
     * @param undone whether activity was undone, so that nothing is kept any more
     */
    void settle(Map<Integer, Integer> reached, boolean undone) {
        for (Milestone milestone : streak.milestones()) {
            settle(milestone, reached.getOrDefault(milestone.length(), 0), undone);
        }
        for (Paid each : paid.values()) {
            each.given().stream().map(Given::badge).forEach(withdrawn::remove);
        }
    }

    private void settle(Milestone milestone, int due, boolean undone) {
        Paid before = paid.getOrDefault(milestone.length(), Paid.NEVER);
        int times = before.times();
        List<Given> given = new ArrayList<>(before.given());
        while (given.size() < due) {
            Given payment = new Given(++times, milestone.points(), milestone.badge());
            given.addLast(payment);
            pay(milestone.length(), payment);
        }
        int kept = undone ? 0 : before.kept();
        while (given.size() > Math.max(due, kept) && streak.takenBack()) {
            takeBack(milestone.length(), given.removeLast());
        }
        if (times > 0) {
            paid.put(milestone.length(), new Paid(times, given, kept));
        }
    }

    private void pay(int milestone, Given payment) {
        payment.points()
                .forEach((wallet, number) ->
                        points.add(
                                new PointsEffect(
                                        ids.streak(streak.id(), milestone, payment.nth(), wallet),
                                        wallet,
                                        number,
                                        Cause.streak(streak.id()))));
        if (payment.badge() != null) {
            granted.add(payment.badge());
        }
    }

    private void takeBack(int milestone, Given payment) {
        payment.points()
                .forEach((wallet, number) ->
                        points.add(
                                new PointsEffect(
                                                ids.streakTakenBack(
                                                        streak.id(),
                                                        milestone,
                                                        payment.nth(),
                                                        wallet),
                                                wallet,
                                                -number,
                                                Cause.streak(streak.id()))
                                        .undoing(
                                                ids.streak(
                                                        streak.id(),
                                                        milestone,
                                                        payment.nth(),
                                                        wallet))));
        if (payment.badge() != null) {
            withdrawn.add(payment.badge());
        }
    }
}
