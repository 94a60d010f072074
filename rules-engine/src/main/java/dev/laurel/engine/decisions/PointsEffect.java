package dev.laurel.engine.decisions;

import dev.laurel.engine.events.Event;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points to move between the beneficiary and the platform.
 *
 * @param id UUIDv5 of what caused it: the same cause decided again collides instead of paying twice
 * @param wallet the wallet's id
 * @param points positive to give, negative to take, never zero
 * @param cause the mechanic that asks for it, such as a rule or a challenge
 * @param reversal the event that moves them when that is not the one that was decided on but a
 *     reversal of it that had come before; {@code null} otherwise
 * @param team the team that they count for besides the member, {@code null} for none
 * @param term when points that are given can be used, {@code null} for always
 * @param undoes the effect that gave what is taken, {@code null} where there is none
 * @param shortfall what becomes of points that are to be taken and are not there
 * @param budgets what points that are given come from, which may hold too few; empty for no limit
 */
public record PointsEffect(
        UUID id,
        String wallet,
        long points,
        Cause cause,
        @Nullable Event reversal,
        @Nullable String team,
        @Nullable Term term,
        @Nullable UUID undoes,
        Shortfall shortfall,
        List<Budget> budgets) {

    public PointsEffect {
        budgets = List.copyOf(budgets);
        if (points == 0) {
            throw new IllegalArgumentException("Expected points other than 0, but they were 0.");
        }
    }

    /** What becomes of points that are to be taken when a member has too few. */
    public enum Shortfall {
        /** The balance goes below zero: the points that come next repay it. */
        ALLOW,
        /** The member keeps what can't be taken, and the ledger says so. */
        FORBID,
        /** The balance goes to zero, and the rest is written off. */
        TO_ZERO
    }

    /** Points that the event moves that was decided on, of a member without a team. */
    public PointsEffect(UUID id, String wallet, long points, Cause cause) {
        this(id, wallet, points, cause, null, null, null, null, Shortfall.ALLOW, List.of());
    }

    /** The same points, for a team as well. */
    public PointsEffect in(@Nullable String which) {
        return which == null
                ? this
                : new PointsEffect(
                        id, wallet, points, cause, reversal, which, term, undoes, shortfall,
                        budgets);
    }

    /** The same points, moved by a reversal that had come before. */
    public PointsEffect because(@Nullable Event before) {
        return new PointsEffect(
                id, wallet, points, cause, before, team, term, undoes, shortfall, budgets);
    }

    /** The same points, given with a term. */
    public PointsEffect with(@Nullable Term when) {
        return new PointsEffect(
                id, wallet, points, cause, reversal, team, when, undoes, shortfall, budgets);
    }

    /** The same points, that another effect gave. */
    public PointsEffect undoing(UUID effect) {
        return new PointsEffect(
                id, wallet, points, cause, reversal, team, term, effect, shortfall, budgets);
    }

    /** The same points, taken as the wallet says. */
    public PointsEffect with(Shortfall policy) {
        return new PointsEffect(
                id, wallet, points, cause, reversal, team, term, undoes, policy, budgets);
    }

    /** The same points, given from budgets. */
    public PointsEffect from(List<Budget> sources) {
        return new PointsEffect(
                id, wallet, points, cause, reversal, team, term, undoes, shortfall, sources);
    }
}
