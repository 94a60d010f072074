package dev.laurel.scoring.ledger.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.decisions.ActivationEffect;
import dev.laurel.contracts.decisions.ActivityEffect;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.lots.Shortfall;
import dev.laurel.scoring.lots.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates decisions into what the ledger understands. */
final class Instructions {

    private static final LocalDate EARLIEST_DATE = LocalDate.of(1, 1, 1);
    private static final LocalDate TOO_LATE_DATE = LocalDate.of(10_000, 1, 1);
    private static final Instant EARLIEST = EARLIEST_DATE.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant TOO_LATE = TOO_LATE_DATE.atStartOfDay().toInstant(ZoneOffset.UTC);

    private Instructions() {}

    /**
     * What a decision asks for; its partition is the stripe.
     *
     * @throws IllegalArgumentException when that cannot be booked by anyone
     */
    static Instruction of(PointsDecision decision, int partition) {
        MemberKey member = new MemberKey(decision.program(), decision.member());
        return new Instruction(
                new Member(member.program(), member.member()),
                partition,
                origin(decision),
                Stream.concat(
                                activities(decision),
                                Stream.concat(
                                        decision.points().stream()
                                                .map(effect -> move(effect, decision)),
                                        activations(decision)))
                        .toList());
    }

    private static Stream<Move> activities(PointsDecision decision) {
        List<ActivityEffect> activities = decision.activities();
        return activities == null
                ? Stream.empty()
                : activities.stream().map(effect -> activity(effect, decision));
    }

    private static Move activity(ActivityEffect effect, PointsDecision decision) {
        check(effect.at(), "to be kept by activity");
        check(effect.until(), "to be kept by activity");
        return new Move.Active(
                named(decision.id() + "/active/" + effect.wallet()),
                effect.wallet(),
                new Cause("activity", effect.wallet()),
                effect.at(),
                effect.until());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private static Stream<Move> activations(PointsDecision decision) {
        List<ActivationEffect> activations = decision.activations();
        return activations == null
                ? Stream.empty()
                : activations.stream().map(effect -> activation(effect, decision));
    }

    private static Move activation(ActivationEffect effect, PointsDecision decision) {
        return new Move.Activate(
                named(decision.id() + "/" + effect.effect()),
                effect.wallet(),
                new Cause("activation", String.valueOf(effect.term().until())),
                effect.effect(),
                bookable(effect.term()));
    }

    private static Origin origin(PointsDecision decision) {
        boolean reversal =
                switch (decision.outcome()) {
                    case REVERSED, WAITING -> true;
                    case DECIDED, UNDONE, DUPLICATE, TOO_LATE -> false;
                };
        return origin(decision, decision.event(), reversal);
    }

    private static Origin origin(
            PointsDecision decision, PointsDecision.Event event, boolean reversal) {
        checkTime(event);
        return new Origin(
                decision.id(),
                decision.version(),
                reversal,
                event.source(),
                event.id(),
                event.time(),
                event.localDate(),
                event.channel());
    }

    private static Move move(PointsEffect effect, PointsDecision decision) {
        Cause cause =
                new Cause(
                        effect.cause().kind().name().toLowerCase(Locale.ROOT), effect.cause().id());
        EventReference reversal = effect.reversal();
        Origin origin =
                reversal == null ? null : origin(decision, PointsDecision.Event.of(reversal), true);
        // The opposite of the smallest long is none.
        if (effect.points() == Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "Expected points from %d to %d, but they were %d."
                            .formatted(-Long.MAX_VALUE, Long.MAX_VALUE, effect.points()));
        }
        return effect.points() > 0
                ? new Move.Give(
                        effect.id(),
                        effect.wallet(),
                        effect.points(),
                        cause,
                        origin,
                        effect.team(),
                        term(effect.term()),
                        budgets(effect.budgets()))
                : new Move.Take(
                        effect.id(),
                        effect.wallet(),
                        -effect.points(),
                        cause,
                        origin,
                        effect.team(),
                        effect.undoes(),
                        shortfall(effect.shortfall()));
    }

    private static List<Budget> budgets(
            @Nullable List<dev.laurel.contracts.decisions.Budget> budgets) {
        return budgets == null ? List.of() : budgets.stream().map(Instructions::budget).toList();
    }

    private static Budget budget(dev.laurel.contracts.decisions.Budget budget) {
        Budget.Exhausted exhausted =
                switch (budget.exhausted()) {
                    case TRIM -> Budget.Exhausted.TRIM;
                    case REFUSE -> Budget.Exhausted.REFUSE;
                };
        return new Budget(budget.id(), budget.amount(), exhausted);
    }

    private static @Nullable Term term(dev.laurel.contracts.decisions.@Nullable Term term) {
        return term == null ? null : bookable(term);
    }

    private static Term bookable(dev.laurel.contracts.decisions.Term term) {
        boolean sliding = Boolean.TRUE.equals(term.sliding());
        if (term.activates() == null) {
            return Term.until(String.valueOf(term.until()), sliding);
        }
        check(term.activates(), "to be active");
        if (term.expires() != null) {
            check(term.expires(), "to expire");
        }
        return new Term(term.activates(), term.expires(), term.until(), sliding);
    }

    private static Shortfall shortfall(
            dev.laurel.contracts.decisions.@Nullable Shortfall shortfall) {
        return switch (shortfall) {
            case null -> Shortfall.ALLOW;
            case ALLOW -> Shortfall.ALLOW;
            case FORBID -> Shortfall.FORBID;
            case TO_ZERO -> Shortfall.TO_ZERO;
        };
    }

    private static void check(Instant time, String what) {
        if (time.isBefore(EARLIEST) || !time.isBefore(TOO_LATE)) {
            throw new IllegalArgumentException(
                    "Expected points %s in a year from 1 to 9999, but it was at %s."
                            .formatted(what, time));
        }
    }

    /** What PostgreSQL can keep. */
    private static void checkTime(PointsDecision.Event event) {
        if (event.time().isBefore(EARLIEST)
                || !event.time().isBefore(TOO_LATE)
                || event.localDate().isBefore(EARLIEST_DATE)
                || !event.localDate().isBefore(TOO_LATE_DATE)) {
            throw new IllegalArgumentException(
                    "Expected the event in a year from 1 to 9999, but it was at %s, locally on %s."
                            .formatted(event.time(), event.localDate()));
        }
    }
}
