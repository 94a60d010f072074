package dev.laurel.engine.challenges;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.challenges.Challenge.Step;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completes challenges, or takes their awards back, after metrics have changed. */
public final class Judging {

    private final Draft draft;
    private final EffectIds ids;
    private final BadgeChanges badges;
    private final Progress progress;
    private final List<PointsEffect> points = new ArrayList<>();
    private final List<ChallengeDecision> decisions = new ArrayList<>();

    public Judging(Draft draft, EffectIds ids, BadgeChanges badges, Map<String, Metric> metrics) {
        this.draft = draft;
        this.ids = ids;
        this.badges = badges;
        this.progress = new Progress(metrics);
    }

    public List<PointsEffect> points() {
        return points;
    }

    public List<ChallengeDecision> decisions() {
        return decisions;
    }

    /**
     * Judges a challenge.
     *
     * @param staying whether a badge stays once it has been issued
     */
    public void judge(Challenge challenge, boolean staying) {
        List<StepProgress> steps =
                challenge.steps().stream().map(step -> progress(challenge, step)).toList();
        ChallengeState state = draft.challenge(challenge.id());
        boolean reached = steps.stream().allMatch(step -> step.after() >= step.target());
        boolean completed = reached || (state.completed() && !challenge.takenBack());
        if (completed && !state.completed()) {
            complete(challenge, state.times() + 1);
        } else if (!completed && state.completed()) {
            takeBack(challenge, state, staying);
        }
        boolean moved = steps.stream().anyMatch(step -> step.before() != step.after());
        if (moved || completed != state.completed()) {
            decisions.add(
                    new ChallengeDecision(challenge.id(), steps, state.completed(), completed));
        }
    }

    private StepProgress progress(Challenge challenge, Step step) {
        return new StepProgress(
                step.id(),
                progress.measure(challenge, step, draft.before()),
                progress.measure(challenge, step, draft),
                step.target());
    }

    private void complete(Challenge challenge, int nth) {
        Cause cause = Cause.challenge(challenge.id());
        challenge
                .points()
                .forEach((wallet, number) ->
                        points.add(
                                new PointsEffect(
                                        ids.challenge(challenge.id(), nth, wallet),
                                        wallet,
                                        number,
                                        cause)));
        @Nullable String badge = challenge.badge();
        if (badge != null) {
            badges.grant(badge, cause);
        }
        draft.challenge(challenge.id(), new ChallengeState(true, nth, challenge.points(), badge));
    }

    /** Takes what the completion gave, which may not be what the challenge gives now. */
    private void takeBack(Challenge challenge, ChallengeState state, boolean staying) {
        Cause cause = Cause.challenge(challenge.id());
        state.given()
                .forEach((wallet, number) ->
                        points.add(
                                new PointsEffect(
                                        ids.challengeTakenBack(
                                                challenge.id(), state.times(), wallet),
                                        wallet,
                                        -number,
                                        cause)));
        if (state.badge() != null && !staying) {
            badges.withdraw(state.badge(), cause);
        }
        draft.challenge(challenge.id(), new ChallengeState(false, state.times(), Map.of(), null));
    }
}
