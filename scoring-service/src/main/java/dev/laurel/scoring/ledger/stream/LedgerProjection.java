package dev.laurel.scoring.ledger.stream;

import dev.laurel.contracts.MemberKey;
import dev.laurel.intake.Projection;
import dev.laurel.intake.Received;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Measurement;
import dev.laurel.scoring.ledger.MetricFollower;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.tracing.TracedCauses;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books decisions. The same decisions again change nothing. */
final class LedgerProjection implements Projection<PointsDecision> {

    private final Journal journal;
    private final MetricFollower follower;
    private final Clock clock;

    LedgerProjection(Journal journal, MetricFollower follower, Clock clock) {
        this.journal = journal;
        this.follower = follower;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException when a decision cannot be booked
     */
    @Override
    public void apply(List<Received<PointsDecision>> batch) {
        List<Instruction> instructions = new ArrayList<>(batch.size());
        List<Measurement> measurements = new ArrayList<>();
        for (Received<PointsDecision> received : batch) {
            PointsDecision decision = received.value();
            List<Measurement> measured = Measurements.of(decision, received.offset());
            measurements.addAll(measured);
            if (decision.concernsPoints() || !measured.isEmpty()) {
                instructions.add(Instructions.of(decision, received.partition()));
            }
        }
        if (!instructions.isEmpty()) {
            TracedCauses.during(traced(batch), () -> book(instructions, measurements));
        }
    }

    /**
     * By decision for postings, and by member for a tier, which follows from all that the member
     * was given: a tier that changes is a step of the member's last decision in the batch.
     */
    private static Map<Object, String> traced(List<Received<PointsDecision>> batch) {
        Map<Object, String> contexts = new HashMap<>();
        for (Received<PointsDecision> received : batch) {
            if (received.trace() != null) {
                PointsDecision decision = received.value();
                contexts.put(decision.id(), received.trace());
                contexts.put(
                        new MemberKey(decision.program(), decision.member()), received.trace());
            }
        }
        return contexts;
    }

    private void book(List<Instruction> instructions, List<Measurement> measurements) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Book book = journal.open(instructions, now);
        for (Instruction instruction : instructions) {
            if (book.book(instruction) instanceof Outcome.Refused(String reason)) {
                throw new IllegalArgumentException(reason);
            }
        }
        journal.append(book);
        if (!measurements.isEmpty()) {
            follower.measured(measurements, journal, now);
        }
    }
}
