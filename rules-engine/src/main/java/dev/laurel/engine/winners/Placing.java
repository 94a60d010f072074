package dev.laurel.engine.winners;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.Judging;
import dev.laurel.engine.challenges.Prizes;
import dev.laurel.engine.challenges.Progress;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.Place;
import dev.laurel.engine.decisions.ChallengeDecision.Place.Outcome;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.Draft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives one member the award of a challenge of which they are among the first, if the completion
 * that asked for the place still stands.
 */
public final class Placing {

    private final Draft draft;
    private final Progress progress;
    private final Prizes prizes;

    /**
     * For one member.
     *
     * @param metrics the program's metrics by id
     */
    public Placing(Draft draft, EffectIds ids, BadgeChanges badges, Map<String, Metric> metrics) {
        this.draft = draft;
        this.progress = new Progress(metrics);
        this.prizes = new Prizes(draft, ids, badges);
    }

    public List<PointsEffect> points() {
        return prizes.points();
    }

    /**
     * Takes news in.
     *
     * @return what they change, {@code null} when the completion does not stand any more
     */
    public @Nullable ChallengeDecision settle(Challenge challenge, PlaceNews news) {
        ChallengeState state = draft.challenge(news.challenge());
        if (!state.completed() || state.times() != news.nth()) {
            return null;
        }
        if (!state.awarded()) {
            draft.challenge(
                    news.challenge(),
                    news.won()
                            ? prizes.give(challenge, news.challenge(), state, state.standing())
                            : state.withoutPlace());
        }
        boolean won = draft.challenge(news.challenge()).awarded();
        double[] values =
                progress.measure(challenge, news.challenge().occurrence(), draft, state.known());
        return new ChallengeDecision(
                challenge.id(),
                Judging.occurrence(challenge, news.challenge(), draft),
                null,
                Judging.steps(challenge, values, values),
                state.standing(),
                state.standing(),
                new Place(news.places(), won ? Outcome.WON : Outcome.ALL_TAKEN),
                null);
    }
}
