package dev.laurel.engine.state;

import dev.laurel.engine.periods.Days;
import dev.laurel.engine.state.MetricKey.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A member's next state in the making. For one event and one thread. */
public final class Draft implements MetricCells {

    private final MemberState before;
    private final Cells<MetricKey, MetricCell> metrics;
    private final Cells<LimitKey, LimitCell> limits;
    private final Cells<ChallengeKey, ChallengeState> challenges;
    private final Cells<String, BadgeState> badges;
    private final Cells<String, WalletState> wallets;
    private final Map<String, SortedSet<Long>> occurrences = new HashMap<>();
    private final Cells<String, StreakState> streaks;
    private final Cells<String, SilenceState> silences;
    private final int version;
    private @Nullable LocalDate liveSince;

    /**
     * Begins.
     *
     * @param version the version of the program that changes the state
     */
    public Draft(MemberState before, int version) {
        this.before = before;
        this.metrics = new Cells<>(before.metrics());
        this.limits = new Cells<>(before.limits());
        this.challenges = new Cells<>(before.challenges());
        this.badges = new Cells<>(before.badges());
        this.wallets = new Cells<>(before.wallets());
        this.streaks = new Cells<>(before.streaks());
        this.silences = new Cells<>(before.silences());
        this.liveSince = before.liveSince();
        this.version = Math.max(version, before.version());
    }

    /** The state that it began with. */
    public MemberState before() {
        return before;
    }

    @Override
    public @Nullable MetricCell metric(MetricKey key) {
        return metrics.get(key);
    }

    /** Sets a metric cell, {@code null} to have none; a sum that comes to zero is none. */
    public void metric(MetricKey key, @Nullable MetricCell cell) {
        metrics.set(key, MetricCell.Total.ZERO.equals(cell) ? null : cell);
        if (key.scope() == Scope.OCCURRENCE) {
            occurrences.computeIfAbsent(key.challenge(), c -> new TreeSet<>()).add(key.index());
        }
    }

    /** Lets a metric cell go that nothing needs any more. */
    public void forget(MetricKey key) {
        metrics.set(key, null);
    }

    /** Whether there are more metric cells than before. */
    public boolean measuredMore() {
        return metrics.grown();
    }

    public @Nullable LocalDate liveSince() {
        return liveSince;
    }

    @Override
    public SortedMap<Long, MetricCell> series(String metric, Scope scope, String challenge) {
        return MetricCells.series(metrics.now(), metric, scope, challenge);
    }

    /** Occurrences of a challenge of which a metric cell was set. */
    public SortedSet<Long> occurrences(String challenge) {
        return occurrences.getOrDefault(challenge, Collections.emptySortedSet());
    }

    /** Occurrences of a challenge of which anything is kept. */
    public SortedSet<Long> allOccurrences(String challenge) {
        SortedSet<Long> all = new TreeSet<>();
        for (MetricKey key : metrics.now().keySet()) {
            if (key.scope() == Scope.OCCURRENCE && key.challenge().equals(challenge)) {
                all.add(key.index());
            }
        }
        for (ChallengeKey key : challenges.now().keySet()) {
            if (key.challenge().equals(challenge)) {
                all.add(key.occurrence());
            }
        }
        return all;
    }

    /** Objects for which any of these metrics has a value. */
    public Set<String> objects(Set<String> ofMetrics) {
        Set<String> objects = new TreeSet<>();
        for (MetricKey key : metrics.now().keySet()) {
            if (key.scope() == Scope.OBJECT && ofMetrics.contains(key.metric())) {
                objects.add(key.challenge());
            }
        }
        return objects;
    }

    /** The limit cell, zeros while nothing has gone through it. */
    public LimitCell limit(LimitKey key) {
        LimitCell cell = limits.get(key);
        return cell == null ? LimitCell.NONE : cell;
    }

    public void limit(LimitKey key, LimitCell cell) {
        limits.set(key, cell.equals(LimitCell.NONE) ? null : cell);
    }

    public ChallengeState challenge(ChallengeKey key) {
        ChallengeState state = challenges.get(key);
        return state == null ? ChallengeState.NEVER : state;
    }

    /**
     * Lets the present definition decide about completions of a challenge that stood in any case.
     */
    public void unkeep(String challenge) {
        List.copyOf(challenges.now().keySet()).stream()
                .filter(key -> key.challenge().equals(challenge))
                .forEach(key -> challenge(key, challenge(key).keeping(0)));
    }

    /** Whether a completion of a challenge that gave a badge stands in another occurrence. */
    public boolean stands(String challenge, String badge, ChallengeKey otherThan) {
        return challenges.now().entrySet().stream()
                .anyMatch(each ->
                        each.getKey().challenge().equals(challenge)
                                && !each.getKey().equals(otherThan)
                                && each.getValue().completed()
                                && badge.equals(each.getValue().badge()));
    }

    /** How many completions stand for each team of which the member has heard. */
    public Map<String, Integer> standingOfTeams(ChallengeKey key) {
        String prefix = key.in("").challenge();
        Map<String, Integer> standing = new TreeMap<>();
        challenges
                .now()
                .forEach((each, state) -> {
                    if (each.occurrence() == key.occurrence()
                            && each.challenge().startsWith(prefix)) {
                        standing.put(each.challenge().substring(prefix.length()), state.standing());
                    }
                });
        return standing;
    }

    public void challenge(ChallengeKey key, ChallengeState state) {
        challenges.set(key, state);
    }

    public BadgeState badge(String id) {
        BadgeState state = badges.get(id);
        return state == null ? BadgeState.NEVER : state;
    }

    public void badge(String id, BadgeState state) {
        badges.set(id, state);
    }

    /** The wallet's state, zeros for a wallet of which nothing is kept. */
    public WalletState wallet(String id) {
        WalletState state = wallets.get(id);
        return state == null ? WalletState.NONE : state;
    }

    public void wallet(String id, WalletState state) {
        wallets.set(id, state.equals(WalletState.NONE) ? null : state);
    }

    public @Nullable StreakState streak(String id) {
        return streaks.get(id);
    }

    public void streak(String id, StreakState state) {
        streaks.set(id, state.isEmpty() ? null : state);
    }

    /** The member was active, which ends a silence that some event tells of. */
    public void active(String type, Instant time) {
        SilenceState known = silences.get(type);
        SilenceState since = new SilenceState(time, false);
        if (known == null || known.last().isBefore(since.last())) {
            silences.set(type, since);
        }
    }

    public void silence(String type, SilenceState state) {
        silences.set(type, state);
    }

    /** There was an event that was not imported. */
    public void liveOn(LocalDate day) {
        if (liveSince == null || day.isBefore(liveSince)) {
            liveSince = day;
        }
    }

    /**
     * Drops limits of periods that are closed. Looks for some when there are new ones, as there are
     * not more than before otherwise. What was imported is kept: history may come in any order.
     *
     * @param days the days of a limit that has not those of its period
     * @param closed whether nothing can happen any more on a day and those before it
     */
    public void dropLimits(Function<LimitKey, @Nullable Days> days, Predicate<LocalDate> closed) {
        LocalDate since = liveSince;
        if (since == null || !limits.grown()) {
            return;
        }
        for (LimitKey key : List.copyOf(limits.finish().keySet())) {
            Days own = days.apply(key);
            LocalDate first = own == null ? key.per().firstDay(key.index()) : own.first();
            LocalDate last = own == null ? key.per().lastDay(key.index()) : own.last();
            if (first != null && last != null && closed.test(last) && !first.isBefore(since)) {
                limits.set(key, null);
            }
        }
    }

    /** The next state; the very one it began with when nothing was set. */
    public MemberState finish() {
        boolean changed =
                metrics.changed()
                        || limits.changed()
                        || challenges.changed()
                        || badges.changed()
                        || wallets.changed()
                        || streaks.changed()
                        || silences.changed()
                        || !Objects.equals(liveSince, before.liveSince());
        return changed
                ? new MemberState(
                        metrics.finish(),
                        limits.finish(),
                        challenges.finish(),
                        badges.finish(),
                        wallets.finish(),
                        streaks.finish(),
                        liveSince,
                        silences.finish(),
                        version)
                : before;
    }
}
