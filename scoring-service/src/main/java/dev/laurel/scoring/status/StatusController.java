package dev.laurel.scoring.status;

import dev.laurel.outbox.OutboxRelay;
import java.math.BigInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the ledger stands; not routed by the gateway. */
@RestController
class StatusController {

    private final OutboxRelay relay;
    private final LedgerTotals totals;

    StatusController(OutboxRelay relay, LedgerTotals totals) {
        this.relay = relay;
        this.totals = totals;
    }

    /**
     * @param outboxBacklog records that are committed and not on the broker yet
     * @param ledgerSum over all accounts of all programs: 0, or the ledger is broken
     * @param postings how many there are
     * @param ledgerFaults what the last nightly checks found wrong
     */
    record StatusView(long outboxBacklog, BigInteger ledgerSum, long postings, long ledgerFaults) {}

    @GetMapping("/internal/status")
    StatusView status() {
        LedgerTotals.Totals read = totals.read();
        return new StatusView(relay.backlog(), read.sum(), read.postings(), read.faults());
    }
}
