package dev.laurel.engine.teams;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.Prizes;
import dev.laurel.engine.challenges.Standing;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.Occurrence;
import dev.laurel.engine.decisions.ChallengeDecision.Team;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.Draft;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives one member what is due for what a team has done. It follows from what the member's own
 * state says of their contributions and from the latest news of each of their teams, so it makes no
 * difference which of them came first.
 */
public final class Settling {

    private final TeamChallenges challenges;
    private final Draft draft;
    private final EffectIds ids;
    private final Prizes prizes;

    /** For one member. */
    public Settling(TeamChallenges challenges, Draft draft, EffectIds ids, BadgeChanges badges) {
        this.challenges = challenges;
        this.draft = draft;
        this.ids = ids;
        this.prizes = new Prizes(draft, ids, badges);
    }

    public List<PointsEffect> points() {
        return prizes.points();
    }

    /**
     * Takes news in.
     *
     * @param kept how many completions stand whatever the present definition says
     * @param staying whether a challenge's badge stays once it has been issued
     * @return what they change, {@code null} when teams cannot complete such a challenge any more
     */
    public @Nullable ChallengeDecision settle(
            TeamNews news, int kept, Predicate<Challenge> staying) {
        ChallengeKey key = news.challenge();
        Challenge challenge = challenges.find(key.challenge());
        hear(news);
        if (challenge == null) {
            return null;
        }
        ChallengeState state = draft.challenge(key);
        int due = due(challenge, key);
        int standing = Math.max(due, challenge.takenBack() ? kept : state.standing());
        ChallengeState next =
                prizes.settle(challenge, key, state, standing, staying.test(challenge));
        if (!next.equals(state)) {
            draft.challenge(key, next);
        }
        Period period = challenge.repeat().period();
        return new ChallengeDecision(
                challenge.id(),
                period == null
                        ? null
                        : new Occurrence(period.firstDay(key.occurrence()), news.latest()),
                new Team(news.team(), news.revision(), news.standing()),
                news.steps(),
                state.standing(),
                standing,
                null,
                Standing.of(challenge, ids, state.standing(), next).heldOut());
    }

    private void hear(TeamNews news) {
        ChallengeKey known = news.challenge().in(news.team());
        if (news.revision() > draft.challenge(known).times()) {
            draft.challenge(
                    known,
                    new ChallengeState(news.standing(), news.revision(), Map.of(), null, 0, 0));
        }
    }

    /** What the best of the teams has completed to which the member has contributed. */
    private int due(Challenge challenge, ChallengeKey key) {
        int due = 0;
        for (Map.Entry<String, Integer> team : draft.standingOfTeams(key).entrySet()) {
            if (team.getValue() > due && hasContributed(challenge, key, team.getKey())) {
                due = team.getValue();
            }
        }
        return due;
    }

    private boolean hasContributed(Challenge challenge, ChallengeKey key, String team) {
        double[] own =
                challenges
                        .progress()
                        .measure(challenge, key.occurrence(), new OwnCells(draft, team), 0);
        for (double each : own) {
            if (each > 0) {
                return true;
            }
        }
        return false;
    }
}
