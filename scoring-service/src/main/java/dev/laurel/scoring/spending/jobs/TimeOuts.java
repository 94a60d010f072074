package dev.laurel.scoring.spending.jobs;

import dev.laurel.scoring.spending.Hold;
import dev.laurel.scoring.spending.Holds;
import dev.laurel.scoring.spending.Till;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back what was held too long. Any number of instances may do it at the same time: whoever
 * locks the member first ends the hold, and the others find it ended.
 */
@Component
public class TimeOuts {

    private static final int AT_A_TIME = 200;

    private final Holds holds;
    private final Till till;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TimeOuts(Holds holds, Till till, PlatformTransactionManager transactions, Clock clock) {
        this.holds = holds;
        this.till = till;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Ends every hold whose time is up now. */
    @Scheduled(fixedDelayString = "${laurel.holds.look-every:1s}")
    public void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Hold> overdue;
        do {
            overdue = holds.overdue(now, AT_A_TIME);
            overdue.forEach(
                    hold -> transactions.executeWithoutResult(_ -> till.timeOut(hold, now)));
        } while (overdue.size() == AT_A_TIME);
    }
}
