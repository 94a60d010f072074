package dev.laurel.scoring.budgets;

import java.time.Instant;
import java.util.List;

/** Who is told how far budgets are used, in the transaction that uses them. */
@FunctionalInterface
public interface BudgetNews {

    /**
     * Tells of alerts, none included.
     *
     * @param at when they were booked
     */
    void tell(List<Alert> alerts, Instant at);
}
