package dev.laurel.scoring.exchanges.web;

import dev.laurel.scoring.exchanges.Bureau.Answer.Done;
import dev.laurel.scoring.exchanges.Exchange;
import java.time.Instant;
import java.util.UUID;

/**
 * An exchange that is booked.
 *
 * @param id its id; the ledger has it as the id of the posting that takes
 * @param exchange the program's exchange
 * @param paid what was taken
 * @param given what was given for it
 */
record ExchangeView(
        UUID id, String member, String exchange, Side paid, Side given, Instant recordedAt) {

    /**
     * One of the two wallets.
     *
     * @param points how many were taken or given
     * @param balance points that can be spent afterwards
     */
    record Side(String wallet, long points, long balance) {}

    static ExchangeView of(Done done) {
        Exchange exchange = done.exchange();
        return new ExchangeView(
                exchange.id(),
                exchange.member().id(),
                exchange.plan().id(),
                new Side(exchange.plan().from(), exchange.points(), done.paidFrom().points()),
                new Side(exchange.plan().to(), exchange.given(), done.givenTo().points()),
                exchange.recordedAt());
    }
}
