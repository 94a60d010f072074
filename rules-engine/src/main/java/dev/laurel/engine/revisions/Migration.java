package dev.laurel.engine.revisions;

import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.ChallengeWindows;
import dev.laurel.engine.challenges.Repeat;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.state.BadgeState;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.StreakState;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Brings a member's state up to a version: once, with the first event that the version decides for
 * the member. Nothing that was awarded is taken here; what {@link Choice#RECOMPUTE} takes, judging
 * takes with an effect.
 */
public final class Migration {

    private final Revisions revisions;
    private final Collection<Challenge> challenges;
    private final Collection<Badge> badges;
    private final MemberState before;
    private final Map<MetricKey, MetricCell> metrics;
    private final Map<ChallengeKey, ChallengeState> completions;
    private final Map<String, BadgeState> held;
    private final Map<String, StreakState> streaks;
    private final Set<Cause> afresh = new LinkedHashSet<>();

    private Migration(
            Revisions revisions,
            Collection<Challenge> challenges,
            Collection<Badge> badges,
            MemberState before) {
        this.revisions = revisions;
        this.challenges = challenges;
        this.badges = badges;
        this.before = before;
        this.metrics = new HashMap<>(before.metrics());
        this.completions = new HashMap<>(before.challenges());
        this.held = new HashMap<>(before.badges());
        this.streaks = new HashMap<>(before.streaks());
    }

    /**
     * A state that is up to date.
     *
     * @param state the very instance that was given when there was nothing to do
     * @param afresh what is to be judged though no event may have concerned it
     */
    public record Migrated(MemberState state, Set<Cause> afresh) {}

    /**
     * Migrates; once more is no change.
     *
     * @param challenges those of the version
     * @param badges those of the version
     */
    public static Migrated of(
            Revisions revisions,
            Collection<Challenge> challenges,
            Collection<Badge> badges,
            MemberState state) {
        boolean current =
                state.version() >= revisions.version()
                        || state.equals(MemberState.EMPTY)
                        || revisions.changes().values().stream()
                                .allMatch(each -> each.changed() <= state.version());
        return current
                ? new Migrated(state, Set.of())
                : new Migration(revisions, challenges, badges, state).migrate();
    }

    private Migrated migrate() {
        for (Cause mechanic : revisions.changes().keySet()) {
            switch (revisions.since(before.version(), mechanic)) {
                case KEEP -> keep(mechanic);
                case RESTART -> restart(mechanic);
                case RECOMPUTE -> recompute(mechanic);
                case null -> {}
            }
        }
        return new Migrated(
                new MemberState(
                        metrics,
                        before.limits(),
                        completions,
                        held,
                        before.wallets(),
                        streaks,
                        before.liveSince(),
                        before.silences(),
                        revisions.version()),
                afresh);
    }

    private void keep(Cause mechanic) {
        switch (mechanic.kind()) {
            case CHALLENGE -> completions(mechanic.id(), ChallengeState::keptAsItStands);
            case STREAK ->
                    streaks.computeIfPresent(
                            mechanic.id(), (id, streak) -> streak.keptAsItStands());
            case BADGE -> badges(mechanic.id(), BadgeState::kept);
            case METRIC, RULE, REVERSAL, WALLET, BOOST, LEADERBOARD -> {}
        }
    }

    private void restart(Cause mechanic) {
        switch (mechanic.kind()) {
            case METRIC -> restartMetric(mechanic.id());
            case CHALLENGE -> {
                metrics.keySet()
                        .removeIf(cell ->
                                cell.scope().isProgress()
                                        && cell.challenge().equals(mechanic.id()));
                completions(mechanic.id(), ChallengeState::restarted);
                keepBadgesOf(mechanic);
            }
            case STREAK -> {
                streaks.computeIfPresent(
                        mechanic.id(), (id, streak) -> streak.restarted(streak.every()));
                keepBadgesOf(mechanic);
            }
            case BADGE, RULE, REVERSAL, WALLET, BOOST, LEADERBOARD -> keep(mechanic);
        }
    }

    /** What was completed over it stays, but for what counts how often its total was reached. */
    private void restartMetric(String metric) {
        metrics.keySet().removeIf(cell -> cell.metric().equals(metric));
        for (Challenge challenge : challenges) {
            if (ChallengeWindows.metrics(challenge).contains(metric)) {
                boolean counting = challenge.repeat() == Repeat.UNLIMITED;
                completions(
                        challenge.id(),
                        counting ? ChallengeState::restarted : ChallengeState::keptAsItStands);
                if (counting) {
                    keepBadgesOf(Cause.challenge(challenge.id()));
                }
            }
        }
        for (Badge badge : badges) {
            if (badge.metrics().contains(metric)) {
                badges(badge.id(), BadgeState::kept);
            }
        }
    }

    private void recompute(Cause mechanic) {
        afresh.add(mechanic);
        switch (mechanic.kind()) {
            case CHALLENGE -> completions(mechanic.id(), state -> state.keeping(0));
            case STREAK ->
                    streaks.computeIfPresent(mechanic.id(), (id, streak) -> streak.keepingNone());
            case BADGE -> badges(mechanic.id(), BadgeState::notKept);
            case METRIC, RULE, REVERSAL, WALLET, BOOST, LEADERBOARD -> {}
        }
    }

    private void completions(String challenge, UnaryOperator<ChallengeState> change) {
        completions.replaceAll(
                (key, state) -> key.challenge().equals(challenge) ? change.apply(state) : state);
    }

    /** Changes what is held by its own condition: the badge, its levels, for each object. */
    private void badges(String badge, Change change) {
        String own = Cause.badge(badge).toString();
        Predicate<String> ground =
                each ->
                        each.equals(own)
                                || each.startsWith(own + ".")
                                || each.startsWith(own + "#");
        held.replaceAll((id, state) -> change.apply(state, ground));
    }

    private void keepBadgesOf(Cause giver) {
        held.replaceAll((id, state) -> state.kept(giver.toString()::equals));
    }

    /** A change of those grounds of a badge that are meant. */
    @FunctionalInterface
    private interface Change {

        BadgeState apply(BadgeState state, Predicate<String> grounds);
    }
}
