package dev.laurel.scoring.ledger.jobs;

import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.DueWallets;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.MemberWallet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SequencedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books activations and expiries whose instants have come. Whoever looks at a wallet before reckons
 * them anyway, so it makes no difference when this runs; any number of instances may do so at the
 * same time: whoever locks the member first books them, and the others find them booked.
 */
@Component
public class DueTerms {

    private static final Logger log = LoggerFactory.getLogger(DueTerms.class);
    private static final int AT_A_TIME = 500;

    private final DueWallets wallets;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DueTerms(
            DueWallets wallets,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.wallets = wallets;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Again and again; a database that is away is no reason to stop. */
    @Scheduled(fixedDelayString = "${laurel.terms.look-every:5s}")
    void look() {
        try {
            run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Points that are due could not be booked, trying again: {}", e.toString());
        }
    }

    /** Books all that is due now, in small transactions. */
    public void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SequencedSet<MemberWallet> due = wallets.due(now, AT_A_TIME);
        while (!due.isEmpty()) {
            settle(due, now);
            due = wallets.due(now, AT_A_TIME);
        }
    }

    private void settle(SequencedSet<MemberWallet> due, Instant now) {
        transactions.executeWithoutResult(_ -> {
            Book book = journal.openWallets(due, now);
            due.forEach(wallet -> book.settle(wallet, Command.stripe(wallet.member())));
            journal.append(book);
        });
    }
}
