package dev.laurel.crm.profiles.backlog;

import dev.laurel.crm.profiles.Backlog;
import dev.laurel.crm.profiles.Backlog.Some;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what was put aside, a few batches per transaction: whoever dies in between has lost
 * nothing, and nobody takes anything in twice.
 */
@Component
public class CatchUp {

    /** Batches of one transaction: all changes of a member in them are one. */
    private static final int BATCHES = 20;

    private final Backlog backlog;
    private final ProfileNews news;
    private final TransactionTemplate transaction;

    CatchUp(Backlog backlog, ProfileNews news, PlatformTransactionManager transactions) {
        this.backlog = backlog;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes in all that there is of a program. */
    public void of(String program) {
        while (Boolean.TRUE.equals(transaction.execute(_ -> some(program)))) {
            // and more of it
        }
    }

    private boolean some(String program) {
        return backlog.take(program, BATCHES)
                .map(some -> {
                    takeIn(some);
                    return true;
                })
                .orElse(false);
    }

    private <T> void takeIn(Some<T> some) {
        news.takeIn(some.part(), some.news());
    }
}
