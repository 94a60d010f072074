package dev.laurel.scoring.ledger.stream;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Translates decisions into what the ledger understands. */
final class Instructions {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Instructions() {}

    /**
     * What a decision asks for; its partition is the stripe.
     *
     * @throws IllegalArgumentException when that cannot be booked by anyone
     */
    static Instruction of(Decision decision, int partition) {
        MemberKey member = new MemberKey(decision.program(), decision.member());
        return new Instruction(
                new Member(member.program(), member.member()),
                partition,
                origin(decision),
                decision.points().stream().map(Instructions::move).toList());
    }

    private static Origin origin(Decision decision) {
        EventReference event = decision.event();
        checkYear(event.localDate());
        checkYear(LocalDate.ofInstant(event.time(), ZoneOffset.UTC));
        return new Origin(
                decision.id(),
                decision.version(),
                decision.outcome() == Decision.Outcome.REVERSED,
                event.source(),
                event.id(),
                event.time(),
                event.localDate());
    }

    private static Move move(PointsEffect effect) {
        String kind = effect.cause().kind().name().toLowerCase(Locale.ROOT);
        return new Move(
                effect.id(),
                effect.wallet(),
                effect.points(),
                new Cause(kind, effect.cause().id()));
    }

    private static void checkYear(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "Expected the event in a year from %d to %d, but it was on %s."
                            .formatted(FIRST_YEAR, LAST_YEAR, date));
        }
    }
}
