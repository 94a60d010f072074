package dev.laurel.scoring.spending;

import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.spending.Hold.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reserves points, spends them and gives them back. Each call belongs to a transaction of its own,
 * in which the journal locks the member: of all that want the same points, one gets them.
 */
public final class Till {

    private final Journal journal;
    private final Holds holds;
    private final Programs programs;

    public Till(Journal journal, Holds holds, Programs programs) {
        this.journal = journal;
        this.holds = holds;
        this.programs = programs;
    }

    /**
     * Reserves points.
     *
     * @param id the new hold's id
     * @param points how many, above 0
     * @param reference what the caller knows it by
     * @param channel which of the program's channels it comes through, {@code null} for none
     * @param patience after which it ends by itself
     */
    public Answer place(
            UUID id,
            MemberWallet wallet,
            long points,
            @Nullable String reference,
            @Nullable String channel,
            Duration patience,
            Instant now) {
        Hold hold = Hold.placed(id, wallet, points, reference, channel, now, now.plus(patience));
        Instruction instruction =
                instruction(hold, now, Step.PLACE.move(id, wallet.wallet(), points));
        Book book = journal.open(List.of(instruction), now);
        book.settle(wallet, instruction.stripe());
        holds.overdue(wallet, now).forEach(overdue -> timeOut(book, overdue, now));
        long available = book.balance(wallet).points();
        if (available < points) {
            journal.append(book);
            return new Answer.TooFew(available);
        }
        book(book, instruction);
        journal.append(book);
        holds.add(hold);
        return new Answer.Done(hold);
    }

    /**
     * Spends what is held; what is left of it goes back.
     *
     * @param points how many, {@code null} for all
     */
    public Answer confirm(String program, UUID id, @Nullable Long points, Instant now) {
        return change(
                program,
                id,
                now,
                hold -> {
                    long spent = points == null ? hold.points() : points;
                    if (hold.status() == Status.CONFIRMED && hold.spent() == spent) {
                        return new Answer.Done(hold);
                    }
                    if (!hold.isOpen(now)) {
                        return new Answer.Closed(hold);
                    }
                    return spent > hold.points()
                            ? new Answer.TooMany(hold, hold.points())
                            : new Answer.Done(hold.closed(Status.CONFIRMED, spent, now));
                });
    }

    /** Gives back what is held. */
    public Answer release(String program, UUID id, Instant now) {
        return change(
                program,
                id,
                now,
                hold ->
                        switch (hold.status()) {
                            case OPEN -> new Answer.Done(hold.closed(Status.RELEASED, 0, now));
                            case RELEASED, TIMED_OUT -> new Answer.Done(hold);
                            case CONFIRMED -> new Answer.Closed(hold);
                        });
    }

    /**
     * Gives back what was spent, in full or in part, as often as there is something left.
     *
     * @param refund the refund's id
     * @param points how many, {@code null} for all that is left
     */
    public Answer refund(String program, UUID id, UUID refund, @Nullable Long points, Instant now) {
        Hold seen = holds.find(program, id).orElse(null);
        if (seen == null) {
            return new Answer.Unknown();
        }
        Book book = open(seen, now);
        Hold hold = holds.find(program, id).orElse(seen);
        long left = hold.spent() - hold.refunded();
        long back = points == null ? left : points;
        if (hold.status() != Status.CONFIRMED || left == 0) {
            return new Answer.Closed(hold);
        }
        if (back > left) {
            return new Answer.TooMany(hold, left);
        }
        Move move = Step.REFUND.move(refund, id, hold.wallet(), back);
        book(book, instruction(hold, now, move));
        journal.append(book);
        Hold after = hold.refunded(back);
        holds.update(after);
        return new Answer.Done(after);
    }

    /** Ends a hold whose time is up; one that was ended meanwhile stays as it is. */
    public void timeOut(Hold overdue, Instant now) {
        Book book = open(overdue, now);
        holds.find(overdue.member().program(), overdue.id())
                .filter(hold -> hold.isOverdue(now))
                .ifPresent(hold -> timeOut(book, hold, now));
        journal.append(book);
    }

    /** Decides about a hold while nobody else can, and books what the decision leads to. */
    private Answer change(String program, UUID id, Instant now, Function<Hold, Answer> decision) {
        Hold seen = holds.find(program, id).orElse(null);
        if (seen == null) {
            return new Answer.Unknown();
        }
        Book book = open(seen, now);
        Hold before = holds.find(program, id).orElse(seen);
        if (before.isOverdue(now)) {
            before = timeOut(book, before, now);
        }
        Answer answer = decision.apply(before);
        if (answer instanceof Answer.Done(Hold after) && !after.equals(before)) {
            end(book, after, now);
        }
        journal.append(book);
        return answer;
    }

    private Hold timeOut(Book book, Hold overdue, Instant now) {
        Hold after = overdue.closed(Status.TIMED_OUT, 0, now);
        end(book, after, now);
        return after;
    }

    private void end(Book book, Hold after, Instant now) {
        List<Move> moves = new ArrayList<>();
        if (after.spent() > 0) {
            moves.add(Step.CONFIRM.move(after.id(), after.wallet(), after.spent()));
        }
        if (after.spent() < after.points()) {
            Step back = after.status() == Status.TIMED_OUT ? Step.TIME_OUT : Step.RELEASE;
            moves.add(back.move(after.id(), after.wallet(), after.points() - after.spent()));
        }
        book(book, instruction(after, now, moves.toArray(Move[]::new)));
        holds.update(after);
    }

    /** Locks the member and reads what the hold is about. */
    private Book open(Hold hold, Instant now) {
        return journal.open(
                List.of(instruction(hold, now, Step.RELEASE.move(hold.id(), hold.wallet(), 1))),
                now);
    }

    private static void book(Book book, Instruction instruction) {
        if (book.book(instruction) instanceof Outcome.Refused(String reason)) {
            throw new ArithmeticException(reason);
        }
    }

    private Instruction instruction(Hold hold, Instant now, Move... moves) {
        return Command.of(
                hold.member(),
                "hold",
                hold.id(),
                false,
                now,
                programs.zone(hold.member().program()),
                hold.channel(),
                List.of(moves));
    }
}
