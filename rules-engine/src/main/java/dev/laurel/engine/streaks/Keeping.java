package dev.laurel.engine.streaks;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.StreakDecision;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.ActivePeriods;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.StreakState;
import dev.laurel.engine.streaks.Streak.Activity;
import dev.laurel.engine.traces.EventTrace.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps a member's streaks for one event: notes activity, then pays what has been reached. */
public final class Keeping {

    private final Draft draft;
    private final EffectIds ids;
    private final ZoneId memberZone;
    private final Set<String> changed = new HashSet<>();
    private final Set<String> undone = new HashSet<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<PointsEffect> points = new ArrayList<>();
    private final List<StreakDecision> decisions = new ArrayList<>();

    /**
     * Begins.
     *
     * @param memberZone the member's own zone, or that of the program
     */
    public Keeping(Draft draft, EffectIds ids, ZoneId memberZone) {
        this.draft = draft;
        this.ids = ids;
        this.memberZone = memberZone;
    }

    /** What has been noted, to be able to undo it. */
    public List<Mark> marks() {
        return marks;
    }

    public List<PointsEffect> points() {
        return points;
    }

    public List<StreakDecision> decisions() {
        return decisions;
    }

    /**
     * Notes activity.
     *
     * @param time when the event happened
     * @throws ExpressionFailure when the activity names no day that it can be for
     */
    public void mark(Streak streak, Activity activity, Variables variables, Instant time)
            throws ExpressionFailure {
        LocalDate today = LocalDate.ofInstant(time, zone(streak));
        LocalDate day = Days.of(activity, variables, today);
        long period = streak.every().indexOf(day);
        StreakState state = state(streak, draft.streak(streak.id()));
        if (!state.active().contains(period)) {
            changed.add(streak.id());
        }
        StreakState here = streak.zone() == null ? Travel.arrived(state, memberZone, time) : state;
        draft.streak(streak.id(), here.withActive(state.active().plus(period)));
        marks.add(new Mark(streak.id(), streak.every(), period));
    }

    /**
     * Takes activity back, whatever the program says now.
     *
     * @param unkept whether the streak has changed since it was noted, so that what was paid before
     *     that is kept no longer
     */
    public void unmark(Mark mark, boolean unkept) {
        StreakState state = draft.streak(mark.streak());
        if (state == null || state.every() != mark.every()) {
            return;
        }
        ActivePeriods rest = state.active().minus(mark.period());
        if (unkept) {
            undone.add(mark.streak());
        }
        if (rest.size() < state.active().size()) {
            changed.add(mark.streak());
        }
        draft.streak(mark.streak(), state.withActive(rest));
    }

    /** Lets a streak be settled though nothing may have changed in it. */
    public void judge(String streak) {
        changed.add(streak);
    }

    /**
     * Pays and takes back for all streaks whose periods have changed.
     *
     * @param streaks the program's
     * @param staying which badges stay once they have been issued
     */
    public void settle(List<Streak> streaks, BadgeChanges badges, Predicate<String> staying) {
        if (changed.isEmpty()) {
            return;
        }
        for (Streak streak : streaks) {
            if (changed.contains(streak.id())) {
                settle(streak, badges, staying);
            }
        }
    }

    private void settle(Streak streak, BadgeChanges badges, Predicate<String> staying) {
        ZoneId zone = zone(streak);
        StreakState state = state(streak, draft.streak(streak.id()));
        StreakState before = state(streak, draft.before().streaks().get(streak.id()));
        Run was = Folding.fold(streak, before, zone);
        Run is = Folding.fold(streak, state, zone);
        Payments payments = new Payments(streak, state, ids);
        payments.settle(is.reached(), undone.contains(streak.id()));
        draft.streak(streak.id(), state.withPaid(payments.paid()));
        points.addAll(payments.points());
        Cause ground = Cause.streak(streak.id());
        payments.granted().forEach(badge -> badges.grant(badge, ground));
        payments.withdrawn().stream()
                .filter(staying.negate())
                .forEach(badge -> badges.withdraw(badge, ground));
        if (!was.equals(is) || !payments.points().isEmpty()) {
            decisions.add(decision(streak, was, is, zone));
        }
    }

    private static StreakDecision decision(Streak streak, Run was, Run is, ZoneId zone) {
        boolean running = is.length() > 0;
        return new StreakDecision(
                streak.id(),
                streak.every(),
                was.length(),
                is.length(),
                is.longest(),
                is.freezes(),
                running ? streak.every().firstDay(is.first()) : null,
                running ? streak.every().firstDay(is.last()) : null,
                running ? Folding.deadlines(streak, is, zone) : List.of());
    }

    /** A streak that changed to other periods begins anew; what was paid for the old ones stays. */
    private static StreakState state(Streak streak, @Nullable StreakState kept) {
        Period every = streak.every();
        if (kept == null) {
            return StreakState.begin(every);
        }
        return kept.every() == every ? kept : kept.restarted(every);
    }

    private ZoneId zone(Streak streak) {
        return Objects.requireNonNullElse(streak.zone(), memberZone);
    }
}
