package dev.laurel.simulation;

import dev.laurel.engine.EventMemory;
import dev.laurel.engine.Program;
import dev.laurel.engine.Result;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One member as a host keeps them: the engine's state and traces, and what has been booked, each
 * effect once by its id. As objects, where a host has bytes.
 */
final class Account implements EventMemory {

    private final Map<EventKey, EventTrace> traces = new HashMap<>();
    private final Map<String, Long> points = new TreeMap<>();
    private final Map<String, Integer> badges = new TreeMap<>();
    private final Set<String> completed = new TreeSet<>();
    private final @Nullable TierLife tier;
    private final Booked booked;
    private Member member;
    private MemberState state = MemberState.EMPTY;

    /**
     * @param ladder the program's tiers, {@code null} for none; one that the member has already
     *     stays
     * @param booked effects of all members, each of which is booked once
     */
    Account(Member member, @Nullable Ladder ladder, Booked booked) {
        this.booked = booked;
        this.member = member;
        this.tier = ladder == null ? null : new TierLife(ladder, member.tier());
    }

    /** The member as rules know them on a day. */
    Member on(LocalDate day, Journal journal) {
        if (tier != null) {
            tier.reach(day);
            settle(tier, journal);
        }
        return member;
    }

    @Nullable TierLife tier() {
        return tier;
    }

    MemberState state() {
        return state;
    }

    @Override
    public @Nullable EventTrace find(EventKey event) {
        return traces.get(event);
    }

    /** Keeps a state that only knows what was told. */
    void keep(MemberState told) {
        state = told;
    }

    /**
     * Keeps what came of an event; the journal hears of every effect that is booked.
     *
     * @param zone the program's
     */
    void keep(Result result, Budgets budgets, ZoneId zone, Journal journal) {
        state = result.state();
        for (Result.Remembered remembered : result.traces()) {
            traces.put(remembered.event(), remembered.trace());
        }
        Decision decision = result.decision();
        for (PointsEffect effect : decision.points()) {
            if (booked.add(effect.id())) {
                long moved = budgets.points(effect, decision.event().time());
                points.merge(effect.wallet(), moved, Math::addExact);
                journal.booked(effect, moved);
                count(effect, moved, decision, zone);
            }
        }
        if (tier != null) {
            decision.metrics().forEach(tier::hear);
            settle(tier, journal);
        }
        for (BadgeEffect effect : decision.badges()) {
            if (booked.add(effect.id())) {
                book(effect);
                journal.booked(effect);
            }
        }
        for (ChallengeDecision challenge : decision.challenges()) {
            if (challenge.completed()) {
                completed.add(challenge.challenge());
            } else {
                completed.remove(challenge.challenge());
            }
        }
    }

    private void count(PointsEffect effect, long moved, Decision decision, ZoneId zone) {
        if (tier != null && tier.counts(effect.wallet())) {
            Event moving = effect.reversal() == null ? decision.event() : effect.reversal();
            tier.earn(LocalDate.ofInstant(moving.time(), zone), moved);
        }
    }

    /** Pays for levels that were reached, and lets rules know the tier. */
    private void settle(TierLife life, Journal journal) {
        for (Level level : life.newlyReached()) {
            level.award()
                    .forEach((wallet, more) -> {
                        points.merge(wallet, more, Math::addExact);
                        journal.paid(level, wallet, more);
                    });
        }
        if (!Objects.equals(life.tier(), member.tier())) {
            member = member.in(life.tier());
        }
    }

    /** How many completions of a challenge stand without its award, as all places were taken. */
    long withoutPlace(Challenge challenge) {
        return unawarded(challenge).filter(ChallengeState::placeless).count();
    }

    /** How many stand without it, as the member is held out. */
    long heldOut(Challenge challenge, String program) {
        return challenge.heldOut(program, member.id()) == null ? 0 : unawarded(challenge).count();
    }

    private Stream<ChallengeState> unawarded(Challenge challenge) {
        return state.challenges().entrySet().stream()
                .filter(each -> each.getKey().challenge().equals(challenge.id()))
                .map(Map.Entry::getValue)
                .filter(each -> each.completed() && !each.awarded());
    }

    private void book(BadgeEffect effect) {
        int change =
                switch (effect.change()) {
                    case ISSUED -> 1;
                    case REVOKED -> -1;
                };
        badges.merge(
                effect.badge(),
                change,
                (held, more) -> held + more == 0 ? null : Integer.valueOf(held + more));
    }

    /** What the member has in the end. */
    MemberForecast forecast(Program program) {
        Map<String, Long> balances = new TreeMap<>(points);
        program.wallets().forEach(wallet -> balances.putIfAbsent(wallet.id(), 0L));
        return new MemberForecast(
                member.id(), balances, badges, completed, tier == null ? null : tier.tier());
    }
}
