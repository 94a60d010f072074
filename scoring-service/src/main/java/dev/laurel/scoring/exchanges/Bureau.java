package dev.laurel.scoring.exchanges;

import dev.laurel.scoring.ledger.Balance;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.programs.Programs;
import java.util.List;

/**
 * Books exchanges: what is taken of one wallet and given in the other, both or neither. Neither was
 * earned nor counts as not earned any more.
 */
public final class Bureau {

    private final Journal journal;
    private final Programs programs;

    public Bureau(Journal journal, Programs programs) {
        this.journal = journal;
        this.programs = programs;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** It is booked and led to these balances. */
        record Done(Exchange exchange, Balance paidFrom, Balance givenTo) implements Answer {}

        /** The member has too few points to pay with. */
        record TooFew(long available) implements Answer {}

        /** A balance would be larger than can be kept. */
        record TooLarge(String reason) implements Answer {}
    }

    /** Books it; belongs to a transaction. */
    public Answer book(Exchange exchange) {
        MemberWallet from = new MemberWallet(exchange.member(), exchange.plan().from());
        MemberWallet to = new MemberWallet(exchange.member(), exchange.plan().to());
        Instruction instruction;
        try {
            instruction = instruction(exchange);
        } catch (ArithmeticException tooLarge) {
            return new Answer.TooLarge(
                    "Expected points whose worth can be kept within 64 bits, but %d points of '%s' are worth more."
                            .formatted(exchange.points(), from.wallet()));
        }
        Book book = journal.open(List.of(instruction), exchange.recordedAt());
        book.settle(from, instruction.stripe());
        long available = book.balance(from).points();
        if (available < exchange.points()) {
            return new Answer.TooFew(available);
        }
        if (book.book(instruction) instanceof Outcome.Refused(String reason)) {
            return new Answer.TooLarge(reason);
        }
        journal.append(book);
        return new Answer.Done(exchange, book.balance(from), book.balance(to));
    }

    private Instruction instruction(Exchange exchange) {
        Cause cause = new Cause("exchange", exchange.plan().id());
        return Command.of(
                exchange.member(),
                "exchange",
                exchange.id(),
                false,
                exchange.recordedAt(),
                programs.zone(exchange.member().program()),
                List.of(
                        new Move.PayIn(
                                exchange.id(), exchange.plan().from(), exchange.points(), cause),
                        new Move.PayOut(
                                exchange.counterpart(),
                                exchange.plan().to(),
                                exchange.given(),
                                cause)));
    }
}
