package dev.laurel.engine.teams;

import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.Completions;
import dev.laurel.engine.challenges.Step;
import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import dev.laurel.engine.teams.TeamContribution.Part;
import dev.laurel.engine.teams.TeamResult.Joined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One contribution to one team. A team's state has the cells of a member's, which hold what all of
 * its members did; of a challenge it has how many completions stand, and in place of the number of
 * awards that of the contributions, which is the revision of its progress.
 */
public final class TeamFold {

    private final TeamChallenges challenges;
    private final Draft draft;
    private final Contributors contributors;
    private final TeamContribution contribution;
    private final List<Joined> joined = new ArrayList<>();
    private final List<TeamNews> news = new ArrayList<>();

    private TeamFold(
            TeamChallenges challenges,
            MemberState state,
            Contributors contributors,
            TeamContribution contribution) {
        this.challenges = challenges;
        this.draft = new Draft(state, 0);
        this.contributors = contributors;
        this.contribution = contribution;
    }

    /** Adds what a member did. Sums of a team exceed 64 bits with an exception. */
    public static TeamResult add(
            TeamChallenges challenges,
            MemberState state,
            Contributors contributors,
            TeamContribution contribution) {
        return new TeamFold(challenges, state, contributors, contribution).result();
    }

    private TeamResult result() {
        Set<ChallengeKey> changed = new LinkedHashSet<>();
        for (Part part : contribution.parts()) {
            add(part);
            changed.add(occurrence(part.cell()));
        }
        for (ChallengeKey key : changed) {
            Challenge challenge = challenges.find(key.challenge());
            if (challenge != null) {
                judge(challenge, key);
            }
        }
        return new TeamResult(draft.finish(), joined, news);
    }

    private void add(Part part) {
        MetricCell cell = draft.metric(part.cell());
        if (part.takenBack()) {
            draft.metric(part.cell(), MetricCell.without(cell, part.amount()));
        } else {
            draft.metric(part.cell(), cell == null ? part.amount() : cell.plus(part.amount()));
        }
    }

    private static ChallengeKey occurrence(MetricKey cell) {
        boolean repeats = cell.scope() == Scope.OCCURRENCE;
        return new ChallengeKey(cell.challenge(), repeats ? cell.index() : 0);
    }

    private void judge(Challenge challenge, ChallengeKey key) {
        ChallengeState state = draft.challenge(key);
        double[] before =
                challenges.progress().measure(challenge, key.occurrence(), draft.before(), 0);
        double[] after = challenges.progress().measure(challenge, key.occurrence(), draft, 0);
        int standing = Completions.of(challenge, after);
        int revision = state.times() + 1;
        draft.challenge(key, new ChallengeState(standing, revision, Map.of(), null, 0, 0));
        if (!contributors.has(key, contribution.member())) {
            joined.add(new Joined(key, contribution.member()));
        }
        List<StepProgress> steps = steps(challenge, before, after);
        Event event = event(key);
        for (String member : told(key, standing != state.standing())) {
            news.add(
                    new TeamNews(
                            contribution.team(),
                            member,
                            key,
                            steps,
                            standing,
                            revision,
                            isLatest(challenge, key),
                            event));
        }
    }

    /** Everybody when completions come or go, else whoever contributed. */
    private Collection<String> told(ChallengeKey key, boolean everybody) {
        Set<String> told = new LinkedHashSet<>();
        told.add(contribution.member());
        if (everybody) {
            told.addAll(new TreeSet<>(contributors.of(key)));
        }
        return told;
    }

    private boolean isLatest(Challenge challenge, ChallengeKey key) {
        return challenge.measuredSteps().stream()
                .map(step -> draft.series(step.metric(), Scope.OCCURRENCE, challenge.id()))
                .allMatch(cells -> cells.tailMap(key.occurrence() + 1).isEmpty());
    }

    private static List<StepProgress> steps(Challenge challenge, double[] before, double[] after) {
        List<StepProgress> steps = new ArrayList<>(after.length);
        for (int i = 0; i < after.length; i++) {
            Step step = challenge.steps().get(i);
            steps.add(new StepProgress(step.id(), before[i], after[i], step.target()));
        }
        return steps;
    }

    private Event event(ChallengeKey key) {
        Event cause = contribution.event();
        return new Event(
                "/teams/" + contribution.team(),
                challenges
                        .ids(contribution.team())
                        .progress(key, cause.key(), contribution.member())
                        .toString(),
                TeamNews.TYPE,
                contribution.member(),
                cause.time(),
                cause.recordedTime(),
                cause.imported(),
                Map.of());
    }
}
