package dev.laurel.scoring.programs;

import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a program's version in force says that the ledger needs.
 *
 * @param zone the program's time zone: days are cut by it
 * @param wallets ids of its wallets
 * @param budgets its budgets, in its order
 * @param exchanges its rates of exchange, in its order
 * @param channels those that have figures of their own
 */
public record Terms(
        ZoneId zone,
        SortedSet<String> wallets,
        List<BudgetPlan> budgets,
        List<ExchangePlan> exchanges,
        SortedSet<String> channels) {

    public Terms {
        budgets = List.copyOf(budgets);
        exchanges = List.copyOf(exchanges);
        wallets = new TreeSet<>(wallets);
        channels = new TreeSet<>(channels);
    }
}
