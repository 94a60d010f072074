package dev.laurel.scoring.ledger;

import dev.laurel.scoring.budgets.Draw;
import dev.laurel.scoring.budgets.Funds;
import dev.laurel.scoring.lots.Flow;
import java.util.List;

/** Asks budgets for what moves give, and gives back to them what moves take back. */
final class Draws {

    private Draws() {}

    /** How many points a move gives after all. */
    static long give(Funds funds, Move.Give give, Member member, Origin origin) {
        if (give.budgets().isEmpty()) {
            return give.amount();
        }
        Draw ask =
                new Draw(
                        give.effect(),
                        member.program(),
                        member.id(),
                        give.wallet(),
                        List.of(),
                        give.amount(),
                        0,
                        0,
                        0,
                        new Draw.Award(
                                give.cause().kind(),
                                give.cause().id(),
                                origin.eventSource(),
                                origin.eventId()));
        return funds.give(ask, give.budgets(), origin.version() == null ? 0 : origin.version());
    }

    /** How many points a move takes after all: those that were never given are not there. */
    static long left(Funds funds, Move.Take take) {
        return take.undoes() == null
                ? take.amount()
                : take.amount() - funds.absorb(take.effect(), take.undoes(), take.amount());
    }

    /** Points that the member had can be given again; those written off are spent. */
    static void takeBack(Funds funds, Move.Take take, List<Flow> flows) {
        if (take.undoes() != null) {
            long back = 0;
            for (Flow flow : flows) {
                back +=
                        switch (flow.to()) {
                            case ISSUANCE ->
                                    switch (flow.from()) {
                                        case PENDING, AVAILABLE, EXPIRED -> flow.points();
                                        case ISSUANCE,
                                                HELD,
                                                SPENT,
                                                EXCHANGED,
                                                UNCOLLECTED,
                                                WRITTEN_OFF ->
                                                0;
                                    };
                            case PENDING,
                                    AVAILABLE,
                                    HELD,
                                    SPENT,
                                    EXCHANGED,
                                    EXPIRED,
                                    UNCOLLECTED,
                                    WRITTEN_OFF ->
                                    0;
                        };
            }
            funds.takeBack(take.undoes(), back);
        }
    }
}
