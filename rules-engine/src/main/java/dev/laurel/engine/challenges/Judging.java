package dev.laurel.engine.challenges;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.Occurrence;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MetricKey.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Completes challenges, or takes their awards back, after an event. */
public final class Judging {

    private final Draft draft;
    private final LocalDate date;
    private final Knowledge knowledge;
    private final Set<String> unkept;
    private final EffectIds ids;
    private final Progress progress;
    private final Prizes prizes;
    private final List<ChallengeDecision> decisions = new ArrayList<>();

    /**
     * After an event.
     *
     * @param date the event's day
     * @param knowledge what the registry says of the member
     * @param metrics the program's metrics
     * @param unkept challenges of which something was undone that had counted before they changed
     */
    public Judging(
            Draft draft,
            LocalDate date,
            EffectIds ids,
            BadgeChanges badges,
            Knowledge knowledge,
            Map<String, Metric> metrics,
            Set<String> unkept) {
        this.draft = draft;
        this.date = date;
        this.knowledge = knowledge;
        this.unkept = unkept;
        this.ids = ids;
        this.progress = new Progress(metrics);
        this.prizes = new Prizes(draft, ids, badges);
    }

    public List<PointsEffect> points() {
        return prizes.points();
    }

    /** What is asked of the lists of who was first. */
    public List<PlaceRequest> requests() {
        return prizes.requests();
    }

    public List<ChallengeDecision> decisions() {
        return decisions;
    }

    /**
     * Judges those occurrences of a challenge that the event concerns.
     *
     * @param staying whether a badge stays once it has been issued
     */
    public void judge(Challenge challenge, boolean staying) {
        judge(challenge, staying, draft.occurrences(challenge.id()));
    }

    private void judge(Challenge challenge, boolean staying, SortedSet<Long> concerned) {
        boolean looks = challenge.looksAtMember() && knowledge.isAbout(challenge, date);
        Period period = challenge.repeat().period();
        if (period == null) {
            judge(challenge, new ChallengeKey(challenge.id(), 0), looks, staying);
            return;
        }
        SortedSet<Long> occurrences = new TreeSet<>(concerned);
        long present = period.indexOf(date);
        if (looks) {
            occurrences.add(present);
        }
        for (long occurrence : occurrences) {
            ChallengeKey key = new ChallengeKey(challenge.id(), occurrence);
            judge(challenge, key, looks && occurrence == present, staying);
        }
    }

    /** Judges all occurrences of a challenge of which anything is known. */
    public void judgeAll(Challenge challenge, boolean staying) {
        judge(challenge, staying, draft.allOccurrences(challenge.id()));
    }

    private void judge(Challenge challenge, ChallengeKey key, boolean looks, boolean staying) {
        ChallengeState state = draft.challenge(key);
        long known = looks ? knowledge.of(challenge) : state.known();
        long index = key.occurrence();
        double[] before = progress.measure(challenge, index, draft.before(), state.known());
        double[] after = progress.measure(challenge, index, draft, known);
        int reached = Completions.of(challenge, after);
        int kept = unkept.contains(challenge.id()) ? 0 : state.kept();
        int standing = Math.max(reached, challenge.takenBack() ? kept : state.standing());
        ChallengeState next =
                prizes.settle(
                        challenge, key, state.knowing(known).keeping(kept), standing, staying);
        if (!next.equals(state)) {
            draft.challenge(key, next);
        }
        if (standing != state.standing() || !java.util.Arrays.equals(before, after)) {
            Standing says = Standing.of(challenge, ids, state.standing(), next);
            decisions.add(
                    new ChallengeDecision(
                            challenge.id(),
                            occurrence(challenge, key),
                            null,
                            steps(challenge, before, after),
                            state.standing(),
                            standing,
                            says.place(),
                            says.heldOut()));
        }
    }

    /** What each step measures. */
    public static List<StepProgress> steps(Challenge challenge, double[] before, double[] after) {
        List<StepProgress> steps = new ArrayList<>(after.length);
        for (int i = 0; i < after.length; i++) {
            Step step = challenge.steps().get(i);
            steps.add(new StepProgress(step.id(), before[i], after[i], step.target()));
        }
        return steps;
    }

    private @Nullable Occurrence occurrence(Challenge challenge, ChallengeKey key) {
        return occurrence(challenge, key, draft);
    }

    /** Which time of a challenge that repeats with the calendar, else {@code null}. */
    public static @Nullable Occurrence occurrence(
            Challenge challenge, ChallengeKey key, Draft draft) {
        Period period = challenge.repeat().period();
        if (period == null) {
            return null;
        }
        boolean latest =
                challenge.measuredSteps().stream()
                        .map(step -> draft.series(step.metric(), Scope.OCCURRENCE, challenge.id()))
                        .allMatch(cells -> cells.tailMap(key.occurrence() + 1).isEmpty());
        return new Occurrence(period.firstDay(key.occurrence()), latest);
    }
}
