package dev.laurel.scoring.ledger.stream;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

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
                decision.points().stream().map(effect -> move(effect, decision)).toList());
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
                event.localDate());
    }

    private static Move move(PointsEffect effect, PointsDecision decision) {
        EventReference reversal = effect.reversal();
        String kind = effect.cause().kind().name().toLowerCase(Locale.ROOT);
        return Move.issued(
                effect.id(),
                effect.wallet(),
                effect.points(),
                new Cause(kind, effect.cause().id()),
                reversal == null ? null : origin(decision, PointsDecision.Event.of(reversal), true),
                effect.team());
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
