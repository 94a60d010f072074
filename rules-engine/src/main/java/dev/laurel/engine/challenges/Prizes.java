package dev.laurel.engine.challenges;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.Draft;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives what completions of challenges award, and takes it back. */
public final class Prizes {

    private final Draft draft;
    private final EffectIds ids;
    private final BadgeChanges badges;
    private final List<PointsEffect> points = new ArrayList<>();
    private final List<PlaceRequest> requests = new ArrayList<>();

    /** For one member. */
    public Prizes(Draft draft, EffectIds ids, BadgeChanges badges) {
        this.draft = draft;
        this.ids = ids;
        this.badges = badges;
    }

    public List<PointsEffect> points() {
        return points;
    }

    /** What is asked of the lists of who was first. */
    public List<PlaceRequest> requests() {
        return requests;
    }

    /** Makes so many completions stand, and gives the state in which they do. */
    public ChallengeState settle(
            Challenge challenge,
            ChallengeKey key,
            ChallengeState state,
            int standing,
            boolean staying) {
        if (standing > state.standing()) {
            return complete(challenge, key, state, standing);
        }
        return standing < state.standing()
                ? takeBack(challenge, key, state, standing, staying)
                : state;
    }

    /** Gives the award, unless the member is held out or is to be among the first to get it. */
    private ChallengeState complete(
            Challenge challenge, ChallengeKey key, ChallengeState state, int standing) {
        ChallengeState next =
                new ChallengeState(
                        standing,
                        state.times() + 1,
                        state.given(),
                        state.badge(),
                        state.known(),
                        state.kept());
        if (challenge.heldOut(ids.program(), ids.member()) != null) {
            return next;
        }
        Integer winners = challenge.winners();
        if (winners == null) {
            return give(challenge, key, next, standing - state.standing());
        }
        requests.add(new PlaceRequest(key, next.times(), winners, false));
        return next;
    }

    /**
     * Gives the award for completions that stand.
     *
     * @param more for how many of them
     * @return the state with what was given
     */
    public ChallengeState give(
            Challenge challenge, ChallengeKey key, ChallengeState state, int more) {
        Cause cause = Cause.challenge(challenge.id());
        int nth = state.times();
        Map<String, Long> given = new LinkedHashMap<>(state.given());
        challenge
                .points()
                .forEach((wallet, each) -> {
                    long number = each * more;
                    points.add(
                            new PointsEffect(
                                    ids.challenge(occurrence(challenge, key), nth, wallet),
                                    wallet,
                                    number,
                                    cause));
                    given.merge(wallet, number, Long::sum);
                });
        @Nullable String badge = challenge.badge();
        if (badge != null) {
            badges.grant(badge, cause);
        }
        return new ChallengeState(state.standing(), nth, given, badge, state.known(), state.kept());
    }

    /** Takes what the completions gave, which may not be what the challenge gives now. */
    private ChallengeState takeBack(
            Challenge challenge,
            ChallengeKey key,
            ChallengeState state,
            int standing,
            boolean staying) {
        Cause cause = Cause.challenge(challenge.id());
        Map<String, Long> left = new LinkedHashMap<>();
        state.given()
                .forEach((wallet, number) -> {
                    long rest = share(number, standing, state.standing());
                    // Named after the completions that are left, as several may go one by one.
                    points.add(
                            new PointsEffect(
                                            ids.challengeTakenBack(
                                                    occurrence(challenge, key),
                                                    state.times(),
                                                    standing,
                                                    wallet),
                                            wallet,
                                            rest - number,
                                            cause)
                                    .undoing(
                                            ids.challenge(
                                                    occurrence(challenge, key),
                                                    state.times(),
                                                    wallet)));
                    if (standing > 0) {
                        left.put(wallet, rest);
                    }
                });
        String badge = state.badge();
        boolean gone = badge != null && standing == 0 && !draft.stands(challenge.id(), badge, key);
        if (badge != null && gone && !staying) {
            badges.withdraw(badge, cause);
        }
        Integer winners = challenge.winners();
        if (winners != null
                && standing == 0
                && challenge.heldOut(ids.program(), ids.member()) == null) {
            requests.add(new PlaceRequest(key, state.times(), winners, true));
        }
        return new ChallengeState(
                standing,
                state.times(),
                left,
                standing > 0 ? badge : null,
                state.known(),
                Math.min(standing, state.kept()));
    }

    private static long share(long number, int part, int whole) {
        return BigInteger.valueOf(number)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /** What an award's id calls a challenge: each occurrence has awards of its own. */
    private static EffectIds.Completed occurrence(Challenge challenge, ChallengeKey key) {
        return new EffectIds.Completed(
                challenge.id(), challenge.repeat().period() == null ? null : key.occurrence());
    }
}
