package dev.laurel.scoring.ledger;

import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.lots.Shortfall;
import dev.laurel.scoring.lots.Term;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Points to move. */
public sealed interface Move {

    /**
     * The effect's id: booked once, however often it is asked for. Of those that only move terms it
     * is not kept: asked for again, they find nothing left to do.
     */
    UUID effect();

    /** The wallet. */
    String wallet();

    /** Points that are given or taken, above 0 but for those that only move terms. */
    long amount();

    /** What asks for it. */
    Cause cause();

    /** Where it comes from when that is not where the instruction does. */
    default @Nullable Origin origin() {
        return null;
    }

    /** The team that it counts for besides the member. */
    default @Nullable String team() {
        return null;
    }

    /**
     * A mechanic gives points.
     *
     * @param term when they can be used, {@code null} for always
     * @param budgets what they come from, which may hold too few; none for no limit
     */
    record Give(
            UUID effect,
            String wallet,
            long amount,
            Cause cause,
            @Nullable Origin origin,
            @Nullable String team,
            @Nullable Term term,
            List<Budget> budgets)
            implements Move {

        public Give {
            budgets = List.copyOf(budgets);
            positive(amount);
        }
    }

    /**
     * A mechanic takes points.
     *
     * @param undoes the effect that gave them, {@code null} where there is none
     * @param shortfall what becomes of those that the member does not have
     */
    record Take(
            UUID effect,
            String wallet,
            long amount,
            Cause cause,
            @Nullable Origin origin,
            @Nullable String team,
            @Nullable UUID undoes,
            Shortfall shortfall)
            implements Move {

        public Take {
            positive(amount);
        }
    }

    /**
     * An event activates points that were given before.
     *
     * @param lot the effect that gave them
     * @param term what the event makes of their term
     */
    record Activate(UUID effect, String wallet, Cause cause, UUID lot, Term term) implements Move {

        /** As many as there are: none are given or taken. */
        @Override
        public long amount() {
            return 0;
        }
    }

    /**
     * The member was active, which keeps points from expiring.
     *
     * @param at when
     * @param until until when they can be used at least, later than {@code at}
     */
    record Active(UUID effect, String wallet, Cause cause, Instant at, Instant until)
            implements Move {

        /** None are given or taken. */
        @Override
        public long amount() {
            return 0;
        }

        public Active {
            if (!until.isAfter(at)) {
                throw new IllegalArgumentException(
                        "Expected activity at %s to last for some time, but it does until %s."
                                .formatted(at, until));
            }
        }
    }

    /** What a hold is about. */
    sealed interface OfHold extends Move {

        /** The hold. */
        UUID hold();
    }

    /** A hold reserves points that are available. */
    record Reserve(UUID effect, String wallet, long amount, Cause cause, UUID hold)
            implements OfHold {

        public Reserve {
            positive(amount);
        }
    }

    /** What a hold reserves is spent. */
    record Spend(UUID effect, String wallet, long amount, Cause cause, UUID hold)
            implements OfHold {

        public Spend {
            positive(amount);
        }
    }

    /** What a hold reserves goes back to the member. */
    record GiveBack(UUID effect, String wallet, long amount, Cause cause, UUID hold)
            implements OfHold {

        public GiveBack {
            positive(amount);
        }
    }

    /** What was spent goes back to the member. */
    record Refund(UUID effect, String wallet, long amount, Cause cause, UUID hold)
            implements OfHold {

        public Refund {
            positive(amount);
        }
    }

    /** An exchange takes points that are available. */
    record PayIn(UUID effect, String wallet, long amount, Cause cause) implements Move {

        public PayIn {
            positive(amount);
        }
    }

    /** An exchange gives points, without a term. */
    record PayOut(UUID effect, String wallet, long amount, Cause cause) implements Move {

        public PayOut {
            positive(amount);
        }
    }

    /**
     * What a mechanic gives or takes without a term, below zero if need be.
     *
     * @param points positive to give, negative to take, never 0
     */
    static Move issued(
            UUID effect, String wallet, long points, Cause cause, @Nullable Origin origin) {
        // The opposite of the smallest long is none.
        if (points == 0 || points == Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "Expected points from %d to %d other than 0, but they were %d."
                            .formatted(-Long.MAX_VALUE, Long.MAX_VALUE, points));
        }
        return points > 0
                ? new Give(effect, wallet, points, cause, origin, null, null, List.of())
                : new Take(effect, wallet, -points, cause, origin, null, null, Shortfall.ALLOW);
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException(
                    "Expected an amount above 0, but it was %d.".formatted(amount));
        }
    }
}
