package dev.laurel.scoring.adjustments;

import dev.laurel.scoring.ledger.Balance;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.programs.Programs;
import java.util.List;

/**
 * Books adjustments. What is given by hand counts as earned, and what is taken as never earned: it
 * corrects what the rules did or could not know.
 */
public final class Correction {

    private static final Cause CAUSE = new Cause("adjustment", "manual");

    private final Journal journal;
    private final Adjustments adjustments;
    private final Programs programs;

    public Correction(Journal journal, Adjustments adjustments, Programs programs) {
        this.journal = journal;
        this.adjustments = adjustments;
        this.programs = programs;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** It is booked and led to this balance. */
        record Done(Adjustment adjustment, Balance after) implements Answer {}

        /** It would take more than the member can spend. */
        record TooFew(long available) implements Answer {}

        /** The balance would be larger than can be kept. */
        record TooLarge(String reason) implements Answer {}
    }

    /** Books it; belongs to a transaction. */
    public Answer book(Adjustment adjustment) {
        Move move =
                Move.issued(
                        adjustment.id(),
                        adjustment.wallet().wallet(),
                        adjustment.points(),
                        CAUSE,
                        null);
        Instruction instruction =
                Command.of(
                        adjustment.wallet().member(),
                        "adjustment",
                        adjustment.id(),
                        true,
                        adjustment.recordedAt(),
                        programs.zone(adjustment.wallet().member().program()),
                        List.of(move));
        Book book = journal.open(List.of(instruction), adjustment.recordedAt());
        book.settle(adjustment.wallet(), instruction.stripe());
        long available = book.balance(adjustment.wallet()).points();
        if (adjustment.points() < 0 && available + adjustment.points() < 0) {
            return new Answer.TooFew(available);
        }
        if (book.book(instruction) instanceof Outcome.Refused(String reason)) {
            return new Answer.TooLarge(reason);
        }
        journal.append(book);
        adjustments.add(adjustment);
        return new Answer.Done(adjustment, book.balance(adjustment.wallet()));
    }
}
