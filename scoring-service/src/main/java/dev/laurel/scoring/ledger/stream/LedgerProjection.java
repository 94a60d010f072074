package dev.laurel.scoring.ledger.stream;

import dev.laurel.intake.Projection;
import dev.laurel.intake.Received;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Outcome;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Books decisions. The same decisions again change nothing. */
final class LedgerProjection implements Projection<PointsDecision> {

    private final Journal journal;
    private final Clock clock;

    LedgerProjection(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException when a decision cannot be booked
     */
    @Override
    public void apply(List<Received<PointsDecision>> batch) {
        List<Instruction> instructions = new ArrayList<>(batch.size());
        for (Received<PointsDecision> received : batch) {
            if (received.value().concernsPoints()) {
                instructions.add(Instructions.of(received.value(), received.partition()));
            }
        }
        if (!instructions.isEmpty()) {
            book(instructions);
        }
    }

    private void book(List<Instruction> instructions) {
        Book book = journal.open(instructions, clock.instant().truncatedTo(ChronoUnit.MICROS));
        for (Instruction instruction : instructions) {
            if (book.book(instruction) instanceof Outcome.Refused(String reason)) {
                throw new IllegalArgumentException(reason);
            }
        }
        journal.append(book);
    }
}
