package dev.laurel.scoring.spending.jobs;

import dev.laurel.scoring.spending.Hold;
import dev.laurel.scoring.spending.Holds;
import dev.laurel.scoring.spending.Till;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back what was held too long. Any number of instances may do it at the same time: whoever
 * locks the member first ends the hold, and the others find it ended.
 */
@Component
public class TimeOuts {

    private static final Logger log = LoggerFactory.getLogger(TimeOuts.class);
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

    /** Again and again; a database that is away is no reason to stop. */
    @Scheduled(fixedDelayString = "${laurel.holds.look-every:1s}")
    void look() {
        try {
            run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Holds whose time is up could not be ended, trying again: {}", e.toString());
        }
    }

    /** Ends every hold whose time is up now. */
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
